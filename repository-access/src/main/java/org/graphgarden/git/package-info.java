/** Git at arm's length: addresses, credentials, bare clones, fetches, trees, history and pushes. */
@NullMarked
package org.graphgarden.git;

import org.jspecify.annotations.NullMarked;
