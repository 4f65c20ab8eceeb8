/** The file that holds every weight of inference: read from a resource or from what an operator names, written by fitting. */
@NullMarked
package org.graphgarden.inference.model;

import org.jspecify.annotations.NullMarked;
