/** A pattern's section as it stood at any time. */
@NullMarked
package org.graphgarden.standalone.show;

import org.jspecify.annotations.NullMarked;
