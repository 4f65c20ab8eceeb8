/** What the tests of child processes share. */
@NullMarked
package org.graphgarden.standalone.child;

import org.jspecify.annotations.NullMarked;
