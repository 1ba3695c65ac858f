/** What a quick run leaves out: tests say here what they need, or why they take long. */
@NullMarked
package org.facepay.tags;

import org.jspecify.annotations.NullMarked;
