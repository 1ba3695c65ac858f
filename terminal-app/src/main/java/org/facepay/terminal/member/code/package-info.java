/** What a member shows instead of a face, as sessions pass it on. */
package org.facepay.terminal.member.code;
