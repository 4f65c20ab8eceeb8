/** What keeps running: services in one process, broker and registry as children, all of it kept alive. */
@NullMarked
package org.graphgarden.standalone.up;

import org.jspecify.annotations.NullMarked;
