/** Tests of feedback, with real Git histories. */
@NullMarked
package org.graphgarden.ingest.feedback;

import org.jspecify.annotations.NullMarked;
