/** Tests of what is made of curated relationships. */
@NullMarked
package org.graphgarden.inference.curated;

import org.jspecify.annotations.NullMarked;
