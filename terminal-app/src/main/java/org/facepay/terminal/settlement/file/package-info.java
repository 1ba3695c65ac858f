/** The files a container is settled from and to. */
package org.facepay.terminal.settlement.file;
