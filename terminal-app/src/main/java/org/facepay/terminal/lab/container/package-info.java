/** Containers, shoppers and load cells that do not exist. */
package org.facepay.terminal.lab.container;
