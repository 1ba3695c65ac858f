/**
 * Who has joined, what they agreed to and what was done with it. Knows no camera and no template:
 * the {@link org.facepay.terminal.member.Templates} are a port, and what is personal lies on the
 * disk sealed by the {@link org.facepay.terminal.member.Vault}.
 */
package org.facepay.terminal.member;
