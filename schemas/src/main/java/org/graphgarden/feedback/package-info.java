/** What stewards' feedback means, for whoever has to obey it. */
@NullMarked
package org.graphgarden.feedback;

import org.jspecify.annotations.NullMarked;
