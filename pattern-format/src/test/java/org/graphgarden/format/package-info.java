/** Tests of reading and splicing. */
@NullMarked
package org.graphgarden.format;

import org.jspecify.annotations.NullMarked;
