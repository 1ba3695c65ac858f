/** What a cabinet that opens its door says of a visit, and who may open it. */
package org.facepay.terminal.session.visit;
