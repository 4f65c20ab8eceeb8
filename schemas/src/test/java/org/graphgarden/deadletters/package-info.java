/** Tests. */
@NullMarked
package org.graphgarden.deadletters;

import org.jspecify.annotations.NullMarked;
