/** The endpoint of a language model: asked beside the stream threads, within bounds, each question once. */
@NullMarked
package org.graphgarden.inference.chat;

import org.jspecify.annotations.NullMarked;
