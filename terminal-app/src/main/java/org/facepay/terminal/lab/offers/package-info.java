/** Random shops and baskets for the offers' engine, and what it is held against. */
package org.facepay.terminal.lab.offers;
