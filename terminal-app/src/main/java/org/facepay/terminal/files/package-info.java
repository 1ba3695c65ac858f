/** Files of a terminal that nobody else may read, and small ones that are never half written. */
@NullMarked
package org.facepay.terminal.files;

import org.jspecify.annotations.NullMarked;
