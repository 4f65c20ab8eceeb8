/** Child processes: how the parent holds them, and what runs inside them first. Only the platform's classes are used here. */
@NullMarked
package org.graphgarden.standalone.child;

import org.jspecify.annotations.NullMarked;
