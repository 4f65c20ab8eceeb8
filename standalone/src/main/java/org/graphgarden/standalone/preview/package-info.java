/** What a cycle would do, before it does it. */
@NullMarked
package org.graphgarden.standalone.preview;

import org.jspecify.annotations.NullMarked;
