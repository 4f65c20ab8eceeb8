/** The broker's process and its folder, with real processes. */
@NullMarked
package org.graphgarden.standalone.broker;

import org.jspecify.annotations.NullMarked;
