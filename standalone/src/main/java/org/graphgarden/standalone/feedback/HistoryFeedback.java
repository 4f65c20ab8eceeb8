package org.graphgarden.standalone.feedback;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.TreeFile;
import org.graphgarden.ingest.feedback.FeedbackHistory;
import org.graphgarden.ingest.feedback.PatternNames;
import org.graphgarden.ingest.feedback.RepositoryFeedback;
import org.graphgarden.ingest.read.BlobWork;
import org.graphgarden.standalone.tended.OpenRepository;
import org.jspecify.annotations.Nullable;

/** What a repository's history says, by the very code with which services tell it. */
public final class HistoryFeedback {
    private HistoryFeedback() {}

    /** What stewards' edits say as of a commit that was fetched. */
    public static List<Said> of(OpenRepository repository, String commit) {
        try (BlobWork work = new BlobWork(Runtime.getRuntime().availableProcessors())) {
            PatternNames names = names(repository.tree(), commit, work);
            RepositoryFeedback feedback = new FeedbackHistory(repository.filter())
                    .at(repository.mirror(), commit, repository.mirror().gardenHeads(), names, work);
            return feedback.bySlug().entrySet().stream()
                    .flatMap(pattern ->
                            pattern.getValue().stream().map(each -> Said.of(repository.name(), pattern.getKey(), each)))
                    .sorted(Said.ORDER)
                    .toList();
        }
    }

    private static PatternNames names(PatternTree tree, String commit, BlobWork work) {
        Map<String, String> ids = new HashMap<>();
        for (PatternDocument document : work.map(tree, tree.list(commit), HistoryFeedback::read, done -> {})) {
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
}
