/** Tests of fitting the models of links. */
@NullMarked
package org.graphgarden.inference.fit.link;

import org.jspecify.annotations.NullMarked;
