/** Tests of the headers. */
@NullMarked
package org.graphgarden.cloudevents;

import org.jspecify.annotations.NullMarked;
