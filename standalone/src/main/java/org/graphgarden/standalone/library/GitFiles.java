package org.graphgarden.standalone.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.graphgarden.events.EntryKind;
import org.graphgarden.events.Verdict;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.TreeFile;
import org.graphgarden.inference.profile.Feedback;
import org.graphgarden.inference.profile.Feedback.RejectedLink;
import org.graphgarden.ingest.feedback.FeedbackHistory;
import org.graphgarden.ingest.feedback.PatternNames;
import org.graphgarden.ingest.feedback.RepositoryFeedback;
import org.graphgarden.ingest.read.BlobWork;
import org.graphgarden.ingest.read.CommitReader;
import org.graphgarden.ingest.read.Planted;
import org.graphgarden.ingest.read.PlantedHistory;
import org.graphgarden.standalone.broker.RunFolder;

/** Reads the files of a commit as ingest does: what Graph Garden planted, and what stewards say to it, is told by the history. */
final class GitFiles {
    private static final PathFilter FILTER = PathFilter.markdown();

    private GitFiles() {}

    /** Looks at every Markdown file of a commit, in no particular order. */
    static List<LibraryFile> of(BareClone clone, String commit, IntConsumer progress) {
        try (BlobWork work = new BlobWork(Runtime.getRuntime().availableProcessors())) {
            Planted planted = CommitReader.of(clone, commit, FILTER, new PlantedHistory(FILTER), work)
                    .planted();
            PatternTree tree = clone.tree(FILTER);
            List<LibraryFile> files =
                    work.map(tree, tree.list(commit), (reader, file) -> read(reader, file, planted), progress);
            RepositoryFeedback said =
                    new FeedbackHistory(FILTER).at(clone, commit, clone.gardenHeads(), names(files), work);
            return files.stream().map(file -> obeying(file, said)).toList();
        }
    }

    private static PatternNames names(List<LibraryFile> files) {
        Map<String, String> ids = new HashMap<>();
        SettledFiles.of(files)
                .patterns()
                .forEach(pattern -> ids.put(
                        pattern.document().slug(),
                        pattern.document().frontMatter().id()));
        return new PatternNames(ids);
    }

    private static LibraryFile obeying(LibraryFile file, RepositoryFeedback said) {
        return file instanceof LibraryFile.Pattern pattern
                ? pattern.with(feedback(said.of(pattern.document().slug())))
                : file;
    }

    private static Feedback feedback(List<org.graphgarden.ingest.feedback.Feedback> said) {
        List<RejectedLink> links = new ArrayList<>();
        List<String> entities = new ArrayList<>();
        boolean optedOut = false;
        for (var entry : said) {
            boolean rejected = entry.verdict() == Verdict.REJECTED;
            if (rejected && entry.kind() == EntryKind.LINK) {
                links.add(new RejectedLink(entry.id(), entry.confidence()));
            } else if (rejected && entry.kind() == EntryKind.ENTITY) {
                entities.add(entry.id());
            }
            optedOut |= entry.verdict() == Verdict.OPTED_OUT;
        }
        return new Feedback(links, entities, optedOut);
    }

    /** A folder for a clone, deleted with all it holds when closed. */
    static RunFolder temporary() {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            return RunFolder.create(parent);
        } catch (IOException e) {
            throw new LibraryException("the temporary folder " + parent + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static LibraryFile read(BlobReader reader, TreeFile file, Planted planted) {
        BlobContent content = reader.read(file.blob());
        if (content instanceof BlobContent.TooLarge large) {
            return LibraryFile.tooLarge(file.path(), large.size());
        }
        byte[] bytes = ((BlobContent.Bytes) content).bytes();
        return LibraryFile.of(file.path(), bytes, document -> entities(planted, document));
    }

    private static Set<String> entities(Planted planted, PatternDocument document) {
        return planted.standingIn(document).stream()
                .filter(entry -> entry.kind() == EntryKind.ENTITY)
                .map(entry -> entry.key())
                .collect(Collectors.toUnmodifiableSet());
    }
}
