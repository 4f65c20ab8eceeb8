package org.graphgarden.pruner.publish;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
     * had pushed right behind us. Empty when a pattern went, or what links or lists depend on
     * is not what it was (name, id, form, curated relations), or a new file takes a name that is taken.
     */
    Optional<Splicing> on(RepositoryState newer) {
        Map<String, FileState> files = newer.byPath();
        if (!state.files().stream().allMatch(file -> alike(file, files.get(file.path()))) || takesName(newer)) {
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

    private static boolean alike(FileState before, @Nullable FileState now) {
        return now != null && facts(before).equals(facts(now));
    }

    private boolean takesName(RepositoryState newer) {
        Set<String> paths = state.byPath().keySet();
        Set<String> slugs = slugs(state.files());
        return newer.files().stream()
                .filter(file -> !paths.contains(file.path()))
                .anyMatch(file -> file.section()
                        .map(SectionState::slug)
                        .filter(slugs::contains)
                        .isPresent());
    }

    private static Set<String> slugs(List<FileState> files) {
        return files.stream()
                .flatMap(file -> file.section().stream())
                .map(SectionState::slug)
                .collect(Collectors.toSet());
    }

    /** What plans of other files may depend on. */
    private record Facts(String slug, String id, SectionState.Form form, List<String> curated) {}

    private static Optional<Facts> facts(FileState file) {
        return file.section()
                .map(section -> new Facts(section.slug(), section.id(), section.form(), section.curated()));
    }
}
