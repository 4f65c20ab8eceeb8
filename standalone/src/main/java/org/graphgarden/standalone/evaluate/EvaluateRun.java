package org.graphgarden.standalone.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.graphgarden.inference.curated.CuratedConcentration;
import org.graphgarden.inference.curated.Trusted;
import org.graphgarden.inference.evaluation.Evaluation;
import org.graphgarden.inference.evaluation.GoldLink;
import org.graphgarden.inference.evaluation.HoldOut;
import org.graphgarden.inference.evaluation.Judgement;
import org.graphgarden.inference.evaluation.TaggedEntity;
import org.graphgarden.inference.garden.GardenInference;
import org.graphgarden.standalone.library.Library;
import org.graphgarden.standalone.library.LibraryReader;
import org.graphgarden.standalone.tend.Progress;
import org.graphgarden.standalone.tend.Stage;

/** One evaluation: the library is read, answers are hidden or read from files, everything is inferred and compared. */
public final class EvaluateRun {
    private final EvaluateOptions options;
    private final Function<String, ? extends GardenInference.Models> models;
    private final Progress progress;

    /**
     * An evaluation.
     *
     * @param models makes the models from the name of the sentence model
     */
    public EvaluateRun(
            EvaluateOptions options, Function<String, ? extends GardenInference.Models> models, Progress progress) {
        this.options = options;
        this.models = models;
        this.progress = progress;
    }

    /**
     * Runs and reports.
     *
     * @throws EvaluateException when there is nothing to compare with
     * @throws org.graphgarden.standalone.library.LibraryException when there is no library
     */
    public Report run() {
        // Files of answers are read first: a slip there should not cost a minute.
        List<AnswerFile.Judged> allJudged = options.judged() == null ? List.of() : AnswerFile.judged(options.judged());
        List<GoldLink> links = options.links() == null ? List.of() : AnswerFile.links(options.links());
        SortedMap<String, List<TaggedEntity>> entities =
                options.entities() == null ? new TreeMap<>() : AnswerFile.entities(options.entities());
        Library library = LibraryReader.read(options.repository(), options.reading(), progress);
        List<Judgement> judged = AnswerFile.ofLibrary(allJudged, library, options.judged());
        Trusted curated = CuratedConcentration.trusted(library.profiles());
        HoldOut hidden = hide(library, curated, links, judged, entities);
        if (hidden.links().isEmpty() && hidden.entities().isEmpty() && judged.isEmpty()) {
            throw new EvaluateException(
                    "there is nothing to hide: the patterns have neither entities nor relationships to"
                            + " each other that can be trusted; give answers with --links or --judged");
        }
        return new Report(library, curated.leftOut(), asked(hidden, judged), infer(library, hidden, judged));
    }

    private HoldOut hide(
            Library library,
            Trusted curated,
            List<GoldLink> links,
            List<Judgement> judged,
            SortedMap<String, List<TaggedEntity>> entities) {
        HoldOut all = HoldOut.nothing(library.profiles());
        HoldOut linksHidden = options.hidesLinks()
                ? all.hidingLinks(curated.pairs(), options.holdOut(), options.seed())
                : all.hidingPairs(pairs(links, judged)).asking(links);
        return entities.isEmpty()
                ? linksHidden.hidingEntities(options.holdOut(), options.seed())
                : linksHidden.hidingEntities(entities);
    }

    private static List<GoldLink> pairs(List<GoldLink> links, List<Judgement> judged) {
        List<GoldLink> pairs = new ArrayList<>(links);
        judged.forEach(pair -> pairs.add(new GoldLink(pair.source(), pair.target(), "")));
        return pairs;
    }

    private Evaluation infer(Library library, HoldOut hidden, List<Judgement> judged) {
        progress.begin(Stage.INFER);
        long start = System.nanoTime();
        int all = library.profiles().size();
        Evaluation evaluation = Evaluation.of(
                models.apply(library.sentenceModel()), hidden, judged, done -> progress.update(Stage.INFER, done, all));
        progress.end(
                Stage.INFER, String.format(Locale.ROOT, "%,d patterns", all), (System.nanoTime() - start) / 1_000_000);
        return evaluation;
    }

    private String asked(HoldOut hidden, List<Judgement> judged) {
        String links = options.hidesLinks() ? drawn() : String.valueOf(options.links());
        String entities =
                options.entities() == null ? drawn() : options.entities().toString();
        return String.format(
                Locale.ROOT,
                "links: %,d (%s); judged pairs: %,d; entities of %,d patterns (%s)",
                hidden.links().size(),
                links,
                judged.size(),
                hidden.entities().size(),
                entities);
    }

    private String drawn() {
        return String.format(Locale.ROOT, "%.0f %% hidden, seed %d", 100 * options.holdOut(), options.seed());
    }
}
