/**
 * A wallet's certified face camera as a source of one-time payment tokens. The wallet's own service
 * finds and judges the face; here is only what is asked and what comes back.
 */
package org.facepay.terminal.provider.token;
