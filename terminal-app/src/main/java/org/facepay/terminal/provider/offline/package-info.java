/** What may be sold while no provider can be reached, within caps, and forwarded later, once. */
package org.facepay.terminal.provider.offline;
