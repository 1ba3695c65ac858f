/** SQLite files as every store of the terminal opens them, and what is wrong when one cannot be. */
@org.jspecify.annotations.NullMarked
package org.facepay.sync.sqlite;
