@NullMarked
package org.graphgarden.pruner.community;

import org.jspecify.annotations.NullMarked;
