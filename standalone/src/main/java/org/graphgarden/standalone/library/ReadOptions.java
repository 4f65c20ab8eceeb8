package org.graphgarden.standalone.library;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a library is read.
 *
 * @param branch branch whose head is read; null for the repository's HEAD, or for a plain folder
 * @param state folder that outlives the run; embeddings are kept in it, where {@code garden tend} keeps them
 * @param embedding whether the sentence model is used
 */
public record ReadOptions(@Nullable String branch, Path state, boolean embedding) {}
