/** What stewards' edits say, shown to them, and forgotten when they ask for it. */
@NullMarked
package org.graphgarden.standalone.feedback;

import org.jspecify.annotations.NullMarked;
