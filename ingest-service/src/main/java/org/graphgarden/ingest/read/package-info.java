/** Reads the pattern files of a commit, several at a time. */
@NullMarked
package org.graphgarden.ingest.read;

import org.jspecify.annotations.NullMarked;
