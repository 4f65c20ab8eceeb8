/** Rules over all modules. */
@NullMarked
package org.graphgarden.standalone;

import org.jspecify.annotations.NullMarked;
