/** Tests against a real broker. */
@NullMarked
package org.graphgarden.kafka;

import org.jspecify.annotations.NullMarked;
