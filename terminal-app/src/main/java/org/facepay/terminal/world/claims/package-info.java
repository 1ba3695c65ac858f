/** Money that is claimed after the goods have gone, apart from any session, and who owes. */
package org.facepay.terminal.world.claims;
