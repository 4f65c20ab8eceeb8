/** The configuration: declared once with type, default, range and meaning, read from one file. */
@NullMarked
package org.graphgarden.settings;

import org.jspecify.annotations.NullMarked;
