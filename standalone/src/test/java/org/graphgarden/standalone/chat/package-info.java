/** The optional language model in running services. */
@NullMarked
package org.graphgarden.standalone.chat;

import org.jspecify.annotations.NullMarked;
