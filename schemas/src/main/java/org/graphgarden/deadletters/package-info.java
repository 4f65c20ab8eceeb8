/** What cannot be processed: the reasons there are, and the letters that keep it. */
@NullMarked
package org.graphgarden.deadletters;

import org.jspecify.annotations.NullMarked;
