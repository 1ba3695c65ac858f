/**
 * The hands of a smart container: its bolt, its door, its shelves, and what they say of a visit.
 */
package org.facepay.terminal.world.cabinet;
