/** Reads, validates and splices one pattern file. Knows neither Kafka nor Git. */
@NullMarked
package org.graphgarden.format;

import org.jspecify.annotations.NullMarked;
