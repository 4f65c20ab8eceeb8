/** What stewards' edits say of machine-written entries, told by the history of a repository alone. */
@NullMarked
package org.graphgarden.ingest.feedback;

import org.jspecify.annotations.NullMarked;
