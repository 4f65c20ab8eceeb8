/** What one file says by itself: facts, plain text, phrases and embedding. Pure: no Kafka, no clock. */
@NullMarked
package org.graphgarden.inference.profile;

import org.jspecify.annotations.NullMarked;
