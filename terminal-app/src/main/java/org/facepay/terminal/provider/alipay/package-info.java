/** The Alipay open platform, as far as a till needs it. */
package org.facepay.terminal.provider.alipay;
