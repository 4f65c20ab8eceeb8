/** What people wrote about patterns and their relationships, and whether it can be learned from. Pure. */
@NullMarked
package org.graphgarden.inference.curated;

import org.jspecify.annotations.NullMarked;
