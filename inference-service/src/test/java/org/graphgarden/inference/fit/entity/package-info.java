/** Tests of fitting the models of entities. */
@NullMarked
package org.graphgarden.inference.fit.entity;

import org.jspecify.annotations.NullMarked;
