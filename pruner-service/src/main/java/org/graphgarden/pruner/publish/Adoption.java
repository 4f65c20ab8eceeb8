package org.graphgarden.pruner.publish;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.graphgarden.format.BlockSpan;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.GardenHistory;
import org.graphgarden.git.TreeChange;
import org.graphgarden.pruner.plan.Hindsight;
import org.graphgarden.pruner.plan.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A commit that the cycle made before it was broken off, and that stands.
 *
 * @param base its parent
 * @param planned the state that it was planned on
 * @param changes what it changed
 */
record Adoption(String base, RepositoryState planned, List<TreeChange> changes) {
    /** @param state a reading of the repository that spares reading unchanged files again */
    static Adoption of(Workplace at, RepositoryState state, String commit) {
        GardenHistory history = at.site().mirror().history();
        String base = history.parent(commit);
        String planned = history.stories(List.of(commit), List.of(base)).stream()
                .filter(story -> story.note().commit().equals(commit))
                .flatMap(story -> CommitMessage.plannedOn(story.message()).stream())
                .filter(history::knows)
                .findFirst()
                .orElse(base);
        List<TreeChange> changes = at.tree().diff(base, commit).stream()
                .filter(change -> change.before() != null && change.after() != null)
                .toList();
        return new Adoption(base, at.reader().read(planned, state), changes);
    }

    /**
     * What the commit did, as its files say. The plan behind it is lost; what is planned now on the same state says the causes, as far
     * as it comes to the same.
     */
    List<PublishedRevision> revisions(Workplace at, Function<RepositoryState, List<Revision>> planner) {
        Map<String, Revision> plan =
                planner.apply(planned).stream().collect(Collectors.toMap(Revision::path, revision -> revision));
        try (BlobReader reader = at.tree().reader()) {
            return changes.stream()
                    .flatMap(change -> told(reader, change, plan.get(change.path())).stream())
                    .toList();
        }
    }

    private Optional<PublishedRevision> told(BlobReader reader, TreeChange change, @Nullable Revision plan) {
        String before = Objects.requireNonNull(change.before());
        String after = Objects.requireNonNull(change.after());
        Optional<PatternDocument> was = document(reader, before);
        return document(reader, after).flatMap(now -> now.section()
                .map(section -> new PublishedRevision(
                        Hindsight.of(
                                new Hindsight.Place(now.slug(), planned.repository(), change.path()),
                                was.flatMap(PatternDocument::section),
                                section,
                                plan),
                        before,
                        was.map(PatternDocument::blockSpan).orElse(BlockSpan.NONE),
                        after,
                        now.blockSpan())));
    }

    private static Optional<PatternDocument> document(BlobReader reader, String blob) {
        return reader.read(blob) instanceof BlobContent.Bytes content
                        && PatternReader.read(content.bytes()) instanceof ReadResult.Pattern pattern
                ? Optional.of(pattern.document())
                : Optional.empty();
    }
}
