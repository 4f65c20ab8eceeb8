/** What runs inside child processes, before anything else of theirs: only the platform's classes are used here. */
@NullMarked
package org.graphgarden.standalone.child;

import org.jspecify.annotations.NullMarked;
