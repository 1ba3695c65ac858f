/** Scales at the checkout: the role, its protocols, their catalogue and a simulator. */
package org.facepay.peripherals.scale;
