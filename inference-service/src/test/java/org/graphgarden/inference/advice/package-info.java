@NullMarked
package org.graphgarden.inference.advice;

import org.jspecify.annotations.NullMarked;
