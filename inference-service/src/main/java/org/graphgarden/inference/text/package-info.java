/** Words, sentences and phrases of plain English text. Pure. */
@NullMarked
package org.graphgarden.inference.text;

import org.jspecify.annotations.NullMarked;
