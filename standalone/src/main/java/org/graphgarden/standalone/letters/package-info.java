/** Dead letters for operators: what there is, what a letter says, and doing it again exactly once. */
@NullMarked
package org.graphgarden.standalone.letters;

import org.jspecify.annotations.NullMarked;
