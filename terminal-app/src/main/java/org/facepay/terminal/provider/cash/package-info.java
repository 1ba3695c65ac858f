/** Cash: taken and given back by staff, known to the books alone. */
package org.facepay.terminal.provider.cash;
