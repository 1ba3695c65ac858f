/** Members who have signed with their wallet that the shop may deduct what they buy. */
package org.facepay.terminal.provider.agreement;
