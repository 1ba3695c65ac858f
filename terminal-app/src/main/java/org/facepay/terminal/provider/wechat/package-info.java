/** WeChat Pay's API v3 for merchants, as far as a till needs it. */
package org.facepay.terminal.provider.wechat;
