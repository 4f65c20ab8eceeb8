package org.graphgarden.pruner.publish;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.graphgarden.pruner.plan.SectionState;
import org.jspecify.annotations.Nullable;

/**
 * What was planned and spliced on a head that has moved since. On a branch that never rests, planning anew would be late each
 * time; putting what is there already on the newer head takes no longer than anybody's push.
 *
 * @param state what the plan was made on
 * @param splicing what came of it
 */
record Prepared(RepositoryState state, Splicing splicing) {
    /**
     * The part of it that holds on a newer state: files that people touched meanwhile are left to the next cycle, as if they
     * had pushed right behind us. Empty when a pattern went or got another name, for links may point there.
     */
    Optional<Splicing> on(RepositoryState newer) {
        Map<String, FileState> files = newer.byPath();
        if (!state.files().stream().allMatch(file -> sameName(file, files.get(file.path())))) {
            return Optional.empty();
        }
        List<PublishedRevision> untouched = splicing.revisions().stream()
                .filter(revision -> Objects.requireNonNull(
                                files.get(revision.revision().path()))
                        .blob()
                        .equals(revision.before()))
                .toList();
        return Optional.of(new Splicing(untouched, splicing.refused()));
    }

    private static boolean sameName(FileState before, @Nullable FileState now) {
        return now != null && slug(before).equals(slug(now));
    }

    private static Optional<String> slug(FileState file) {
        return file.section().map(SectionState::slug);
    }
}
