/** Tests. */
@NullMarked
package org.graphgarden.settings;

import org.jspecify.annotations.NullMarked;
