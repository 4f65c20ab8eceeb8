/** Tests of reading libraries without Kafka. */
@NullMarked
package org.graphgarden.standalone.library;

import org.jspecify.annotations.NullMarked;
