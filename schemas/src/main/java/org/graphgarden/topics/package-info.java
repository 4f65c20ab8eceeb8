/** The topics between the services: names, keys, partitioning, creation and verification. */
@NullMarked
package org.graphgarden.topics;

import org.jspecify.annotations.NullMarked;
