/** The ingest service against a real broker and real repositories. */
@NullMarked
package org.graphgarden.standalone.ingest;

import org.jspecify.annotations.NullMarked;
