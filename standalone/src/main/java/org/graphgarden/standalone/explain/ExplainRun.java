package org.graphgarden.standalone.explain;

import java.util.List;
import java.util.function.Function;
import org.graphgarden.inference.garden.CorpusModels;
import org.graphgarden.inference.garden.GardenExplainer;
import org.graphgarden.inference.garden.PatternExplanation;
import org.graphgarden.inference.link.LinkExplanation;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.standalone.library.Library;
import org.graphgarden.standalone.library.LibraryReader;
import org.graphgarden.standalone.library.ReadOptions;
import org.graphgarden.standalone.tend.Progress;
import org.graphgarden.standalone.tend.Stage;

/** Reads a library and answers a question about it. */
public final class ExplainRun {
    private final GardenExplainer explainer;
    private final String library;
    private final List<String> slugs;

    private ExplainRun(GardenExplainer explainer, String library, List<String> slugs) {
        this.explainer = explainer;
        this.library = library;
        this.slugs = slugs;
    }

    /**
     * Opens a library.
     *
     * @param models makes the models from the name of the sentence model
     * @throws org.graphgarden.standalone.library.LibraryException when there is none
     */
    public static ExplainRun open(
            String repository, ReadOptions reading, Function<String, CorpusModels> models, Progress progress) {
        Library library = LibraryReader.read(repository, reading, progress);
        progress.begin(Stage.INFER);
        long start = System.nanoTime();
        GardenExplainer explainer = GardenExplainer.open(models.apply(library.sentenceModel()), library.profiles());
        progress.end(Stage.INFER, "opened", (System.nanoTime() - start) / 1_000_000);
        return new ExplainRun(
                explainer,
                library.name(),
                library.profiles().stream().map(Profile::slug).toList());
    }

    /**
     * The whole of one pattern.
     *
     * @throws UnknownSlugException when there is no such pattern
     */
    public PatternExplanation pattern(String slug) {
        return explainer.pattern(known(slug));
    }

    /**
     * Why a link, or why not.
     *
     * @param threshold confidence that it would need
     * @throws UnknownSlugException when there is no such pattern
     */
    public LinkExplanation link(String source, String target, double threshold) {
        return explainer.link(known(source), known(target), threshold);
    }

    private String known(String slug) {
        if (!slugs.contains(slug)) {
            throw new UnknownSlugException(slug, library, slugs);
        }
        return slug;
    }
}
