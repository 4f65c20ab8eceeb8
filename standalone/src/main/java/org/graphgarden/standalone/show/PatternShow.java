package org.graphgarden.standalone.show;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.format.SpliceResult;
import org.graphgarden.format.Splicer;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.CommitStory;
import org.graphgarden.git.GardenHistory;
import org.graphgarden.git.TreeFile;
import org.graphgarden.settings.RepositorySettings;
import org.graphgarden.standalone.tended.NearNames;
import org.graphgarden.standalone.tended.OpenRepository;
import org.graphgarden.standalone.tended.Tended;
import org.graphgarden.standalone.tended.TendedException;
import org.jspecify.annotations.Nullable;

/**
 * Finds a pattern's file as it stood at some time. It is told by the slug that it had then; else, when it has another one now, by
 * the id of the pattern that is called so now.
 */
public final class PatternShow {
    private static final int MOST_COMMITS = 100_000;

    private final SortedSet<String> known = new TreeSet<>();

    /** A readable pattern of a commit. */
    private record Found(TreeFile file, PatternDocument document) {}

    private PatternShow() {}

    /**
     * The file in the first of a garden's repositories that holds the pattern.
     *
     * @param at a commit's id or its beginning, a date or a time; null for now
     * @throws TendedException when there is no such pattern, or no such moment
     */
    public static Shown of(Tended tended, String slug, @Nullable String at) {
        PatternShow show = new PatternShow();
        List<TendedException> early = new ArrayList<>();
        for (RepositorySettings settings : tended.garden().repositories()) {
            try (OpenRepository repository = new OpenRepository(tended, settings)) {
                Optional<Shown> shown = show.find(repository, slug, at);
                if (shown.isPresent()) {
                    return shown.get();
                }
            } catch (TendedException e) {
                // A younger repository may not have been there yet.
                early.add(e);
            }
        }
        if (!early.isEmpty()) {
            throw early.get(0);
        }
        throw new TendedException(
                TendedException.Kind.USAGE,
                "no pattern had the slug '" + slug + "'" + (at == null ? "" : " at " + at) + "; "
                        + NearNames.question(slug, show.known, "the slug is the one of the front matter, else its id"));
    }

    private Optional<Shown> find(OpenRepository repository, String slug, @Nullable String at) {
        String head = repository.fetch().commit();
        GardenHistory history = repository.mirror().history();
        String commit = Moment.of(history, head, at);
        List<Found> there = patterns(repository, commit);
        Optional<Found> found = there.stream()
                .filter(pattern -> pattern.document().slug().equals(slug))
                .findFirst();
        if (found.isEmpty() && !commit.equals(head)) {
            found = patterns(repository, head).stream()
                    .filter(pattern -> pattern.document().slug().equals(slug))
                    .map(pattern -> pattern.document().frontMatter().id())
                    .filter(id -> !id.isEmpty())
                    .flatMap(id -> there.stream()
                            .filter(pattern ->
                                    pattern.document().frontMatter().id().equals(id)))
                    .findFirst();
        }
        return found.map(pattern -> shown(repository, pattern, commit));
    }

    private List<Found> patterns(OpenRepository repository, String commit) {
        List<Found> patterns = new ArrayList<>();
        try (BlobReader reader = repository.tree().reader()) {
            for (TreeFile file : repository.tree().list(commit)) {
                if (reader.read(file.blob()) instanceof BlobContent.Bytes content
                        && PatternReader.read(content.bytes()) instanceof ReadResult.Pattern pattern) {
                    patterns.add(new Found(file, pattern.document()));
                    known.add(pattern.document().slug());
                }
            }
        }
        return patterns;
    }

    private static Shown shown(OpenRepository repository, Found found, String commit) {
        String section = Splicer.remove(found.document()) instanceof SpliceResult.Spliced spliced
                ? spliced.before()
                : found.document().optedOut() ? "graph_garden: false\n" : "";
        return new Shown(
                repository.name(),
                found.document().slug(),
                found.file().path(),
                commit,
                section,
                new String(found.document().bytes(), StandardCharsets.UTF_8),
                writer(repository, commit, found.file().path()));
    }

    /** The newest commit of the branch that changed the file; for a merge, the merge. */
    private static @Nullable CommitStory writer(OpenRepository repository, String commit, String path) {
        GardenHistory history = repository.mirror().history();
        List<String> found = new ArrayList<>();
        history.walkBack(commit, repository.filter(), MOST_COMMITS, step -> {
            if (step.changes().stream().anyMatch(change -> change.path().equals(path))) {
                found.add(step.commit());
            }
            return found.isEmpty();
        });
        String id = found.isEmpty() ? first(history, commit) : found.get(0);
        return history.stories(List.of(id), List.of(history.parent(id))).stream()
                .filter(story -> story.note().commit().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The first commit of all changes nothing, it brings everything. */
    private static String first(GardenHistory history, String commit) {
        String at = commit;
        for (String parent = history.parent(at); !parent.isEmpty(); parent = history.parent(at)) {
            at = parent;
        }
        return at;
    }
}
