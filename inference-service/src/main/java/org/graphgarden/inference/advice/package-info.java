/** What a language model is asked about inferred links, and what is made of its answers. Pure: knows no endpoint and no clock. */
@NullMarked
package org.graphgarden.inference.advice;

import org.jspecify.annotations.NullMarked;
