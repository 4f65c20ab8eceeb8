@NullMarked
package org.graphgarden.inference.chat;

import org.jspecify.annotations.NullMarked;
