package org.graphgarden.standalone.feedback;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.TreeFile;
import org.graphgarden.ingest.feedback.FeedbackHistory;
import org.graphgarden.ingest.feedback.PatternNames;
import org.graphgarden.ingest.feedback.RepositoryFeedback;
import org.graphgarden.ingest.read.BlobWork;
import org.graphgarden.settings.RepositorySettings;
import org.graphgarden.standalone.GardenSites;
import org.graphgarden.standalone.broker.RunFolder;
import org.jspecify.annotations.Nullable;

/** A repository in a clone that goes when it is closed; what its history says, without anything that runs. */
final class OpenRepository implements AutoCloseable {
    private final RepositorySettings settings;
    private final PathFilter filter;
    private final RunFolder folder;
    private final BareClone clone;

    OpenRepository(Tended tended, RepositorySettings settings) {
        this.settings = settings;
        filter = PathFilter.of(settings.include(), settings.exclude());
        folder = temporary();
        clone = new GardenSites(tended.configuration()).clone(folder.path().resolve("clone"), settings);
    }

    private static RunFolder temporary() {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            return RunFolder.create(parent);
        } catch (IOException e) {
            throw new FeedbackException(
                    FeedbackException.Kind.USAGE,
                    "the temporary folder " + parent + " cannot be used: " + e.getMessage());
        }
    }

    String name() {
        return settings.name();
    }

    BareClone mirror() {
        return clone;
    }

    /** The followed branch as it stands now. */
    FetchOutcome.Head fetch() {
        FetchOutcome outcome = clone.fetch(settings.branch().orElse(null));
        if (outcome instanceof FetchOutcome.Head head) {
            return head;
        }
        FetchOutcome.Failed failed = (FetchOutcome.Failed) outcome;
        throw new FeedbackException(
                FeedbackException.Kind.REPOSITORY,
                failed.failure().message() + "; " + failed.failure().code().remedy());
    }

    /** What stewards' edits say as of a commit that was fetched. */
    List<Said> said(String commit) {
        try (BlobWork work = new BlobWork(Runtime.getRuntime().availableProcessors())) {
            RepositoryFeedback feedback =
                    new FeedbackHistory(filter).at(clone, commit, clone.gardenHeads(), names(commit, work), work);
            return feedback.bySlug().entrySet().stream()
                    .flatMap(pattern ->
                            pattern.getValue().stream().map(each -> Said.of(settings.name(), pattern.getKey(), each)))
                    .sorted(Said.ORDER)
                    .toList();
        }
    }

    private PatternNames names(String commit, BlobWork work) {
        PatternTree tree = clone.tree(filter);
        Map<String, String> ids = new HashMap<>();
        for (PatternDocument document : work.map(tree, tree.list(commit), OpenRepository::read, done -> {})) {
            if (document != null) {
                // Files come by path, and of two with one slug the first counts.
                ids.putIfAbsent(document.slug(), document.frontMatter().id());
            }
        }
        return new PatternNames(ids);
    }

    private static @Nullable PatternDocument read(BlobReader reader, TreeFile file) {
        return reader.read(file.blob()) instanceof BlobContent.Bytes content
                        && PatternReader.read(content.bytes()) instanceof ReadResult.Pattern pattern
                ? pattern.document()
                : null;
    }

    @Override
    public void close() {
        clone.close();
        folder.close();
    }
}
