/** Stewards disagree in every way, and every cycle obeys. */
@NullMarked
package org.graphgarden.standalone.stewards;

import org.jspecify.annotations.NullMarked;
