package org.graphgarden.standalone.show;

import org.graphgarden.git.CommitStory;
import org.jspecify.annotations.Nullable;

/**
 * A pattern's file as it stood.
 *
 * @param repository name of the repository
 * @param slug slug that the pattern had then
 * @param path where the file stood
 * @param at commit at which the branch stood
 * @param section lines of the section; empty when there was none
 * @param file the whole file
 * @param writer commit that made the file so; null where history does not tell
 */
public record Shown(
        String repository,
        String slug,
        String path,
        String at,
        String section,
        String file,
        @Nullable CommitStory writer) {}
