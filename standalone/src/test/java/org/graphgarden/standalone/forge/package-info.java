/** A forge of real Git: smart HTTP, a real sshd, hooks that tell of pushes, and people who push. */
@NullMarked
package org.graphgarden.standalone.forge;

import org.jspecify.annotations.NullMarked;
