/** One run of the whole pipeline over one repository. */
@NullMarked
package org.graphgarden.standalone.tend;

import org.jspecify.annotations.NullMarked;
