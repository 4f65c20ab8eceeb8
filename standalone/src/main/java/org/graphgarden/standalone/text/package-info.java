/** What is printed for people. Pure. */
@NullMarked
package org.graphgarden.standalone.text;

import org.jspecify.annotations.NullMarked;
