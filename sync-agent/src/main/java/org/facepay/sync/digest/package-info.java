/** What tells one text from another. */
@org.jspecify.annotations.NullMarked
package org.facepay.sync.digest;
