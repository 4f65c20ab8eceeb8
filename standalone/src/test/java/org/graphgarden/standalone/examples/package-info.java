/** Tests of what consumers are given: the examples in the documentation and {@code garden watch}. */
@NullMarked
package org.graphgarden.standalone.examples;

import org.jspecify.annotations.NullMarked;
