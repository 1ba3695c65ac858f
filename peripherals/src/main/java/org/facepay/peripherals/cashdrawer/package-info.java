/** Cash drawers: the role, and the drawer that hangs on a receipt printer. */
package org.facepay.peripherals.cashdrawer;
