/** How gardens stand, for whoever asks: from the topics of what runs, or from the files themselves. */
@NullMarked
package org.graphgarden.standalone.health;

import org.jspecify.annotations.NullMarked;
