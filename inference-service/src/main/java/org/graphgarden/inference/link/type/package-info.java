/** The type and direction of a link: features of two patterns, and a linear model that speaks only when it is sure. */
@NullMarked
package org.graphgarden.inference.link.type;

import org.jspecify.annotations.NullMarked;
