package org.graphgarden.standalone.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.graphgarden.git.Access;
import org.graphgarden.git.AccessCode;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.inference.garden.WholeTexts;
import org.graphgarden.inference.profile.CachedSentenceModel;
import org.graphgarden.inference.profile.DocumentFacts;
import org.graphgarden.inference.profile.MiniLmSentenceModel;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.ProfileBuilder;
import org.graphgarden.inference.profile.SentenceModel;
import org.graphgarden.standalone.broker.RunFolder;
import org.graphgarden.standalone.tend.Progress;
import org.graphgarden.standalone.tend.Stage;

/**
 * Reads a library into profiles, the same that its events would give: of two files with one slug the first by path wins, and entities
 * that Graph Garden planted are no evidence, and what stewards rejected is not proposed. Writes nothing there.
 */
public final class LibraryReader {
    private final ReadOptions options;
    private final Progress progress;

    private LibraryReader(ReadOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * Reads a Git repository, or a plain folder, of which no history tells what was planted.
     *
     * @param address folder, or https or ssh address
     * @param progress told of the stages {@link Stage#IMPORT} and {@link Stage#PROFILE}
     * @throws LibraryException when there is nothing to read
     */
    public static Library read(String address, ReadOptions options, Progress progress) {
        return new LibraryReader(options, progress).read(address);
    }

    private Library read(String address) {
        RepositoryAddress where = parse(address);
        long start = begin(Stage.IMPORT);
        try (RunFolder run = GitFiles.temporary();
                BareClone clone = BareClone.at(run.path().resolve("clone"), Access.to(where))) {
            FetchOutcome outcome = clone.fetch(options.branch());
            if (outcome instanceof FetchOutcome.Head head) {
                return profiled(where, head.commit(), GitFiles.of(clone, head.commit(), this::imported), start);
            }
            Path folder = where.localPath();
            FetchOutcome.Failed failed = (FetchOutcome.Failed) outcome;
            if (folder != null && options.branch() == null && isPlainFolder(folder, failed)) {
                return profiled(where, "", MarkdownFolder.read(folder, this::imported), start);
            }
            throw new LibraryException(
                    failed.failure().message() + "; " + failed.failure().code().remedy());
        }
    }

    private static boolean isPlainFolder(Path folder, FetchOutcome.Failed failed) {
        return failed.failure().code() == AccessCode.NOT_A_REPOSITORY && Files.isDirectory(folder);
    }

    private static RepositoryAddress parse(String address) {
        try {
            return RepositoryAddress.parse(address);
        } catch (IllegalArgumentException e) {
            throw new LibraryException("the repository's address is refused: " + e.getMessage(), e);
        }
    }

    private Library profiled(RepositoryAddress where, String commit, List<LibraryFile> files, long start) {
        SettledFiles settled = SettledFiles.of(files);
        end(
                Stage.IMPORT,
                start,
                String.format(Locale.ROOT, "%,d patterns", settled.patterns().size()));
        if (settled.patterns().isEmpty()) {
            throw new LibraryException(where.location() + " holds no pattern: no Markdown file there has a front matter"
                    + " with slug or id; name another folder or branch");
        }
        return options.embedding()
                ? withEmbeddings(where, commit, settled)
                : library(where, commit, settled, SentenceModel.NONE);
    }

    private Library withEmbeddings(RepositoryAddress where, String commit, SettledFiles settled) {
        try (MiniLmSentenceModel model = new MiniLmSentenceModel(1)) {
            Path cache = options.state().resolve("embeddings");
            return library(where, commit, settled, new CachedSentenceModel(model, cache));
        }
    }

    private Library library(RepositoryAddress where, String commit, SettledFiles settled, SentenceModel model) {
        long start = begin(Stage.PROFILE);
        ProfileBuilder builder = new ProfileBuilder(model);
        AtomicInteger done = new AtomicInteger();
        int all = settled.patterns().size();
        List<Profile> profiles = settled.patterns().parallelStream()
                .map(pattern -> {
                    Profile profile = builder.profile(
                                    DocumentFacts.of(pattern.document().slug(), pattern.document()), pattern.planted())
                            .with(pattern.feedback());
                    progress.update(Stage.PROFILE, done.incrementAndGet(), all);
                    return profile;
                })
                .toList();
        List<Profile> read = WholeTexts.read(profiles, model, WholeTexts.USUAL_LIMIT);
        end(Stage.PROFILE, start, model == SentenceModel.NONE ? "without the sentence model" : "");
        return new Library(where.shortName(), commit, read, settled.refused(), model.name());
    }

    private void imported(int files) {
        progress.update(Stage.IMPORT, files, 0);
    }

    private long begin(Stage stage) {
        progress.begin(stage);
        return System.nanoTime();
    }

    private void end(Stage stage, long start, String outcome) {
        progress.end(stage, outcome, (System.nanoTime() - start) / 1_000_000);
    }
}
