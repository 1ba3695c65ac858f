/** What a technician has to know that is no device's own state, and what to do about it. */
@NullMarked
package org.facepay.terminal.alarm;

import org.jspecify.annotations.NullMarked;
