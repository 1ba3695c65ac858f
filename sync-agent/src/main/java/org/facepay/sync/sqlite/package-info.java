/** SQLite files as every store of the terminal opens them, and what is wrong when one cannot be. */
package org.facepay.sync.sqlite;
