/** The services with the rights that they declare, and no others. */
@NullMarked
package org.graphgarden.standalone.rights;

import org.jspecify.annotations.NullMarked;
