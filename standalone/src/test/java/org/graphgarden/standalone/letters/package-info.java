/** Tests. */
@NullMarked
package org.graphgarden.standalone.letters;

import org.jspecify.annotations.NullMarked;
