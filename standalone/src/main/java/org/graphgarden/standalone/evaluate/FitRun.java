package org.graphgarden.standalone.evaluate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.graphgarden.inference.curated.CuratedConcentration;
import org.graphgarden.inference.curated.Trusted;
import org.graphgarden.inference.evaluation.GoldLink;
import org.graphgarden.inference.fit.link.HeldOut;
import org.graphgarden.inference.fit.link.LinkAnswers;
import org.graphgarden.inference.fit.link.LinkFit;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.standalone.library.Library;
import org.graphgarden.standalone.library.LibraryReader;
import org.graphgarden.standalone.tend.Progress;

/** Fits a model on what the curators of libraries linked and what readers judged. */
public final class FitRun {
    private static final int FEWEST_LINKS = 20;

    private final FitOptions options;
    private final ModelFile base;
    private final Progress progress;
    private final Consumer<String> told;

    /**
     * A fit.
     *
     * @param base model whose other parts stay
     * @param told what is left out and why, and what is begun
     */
    public FitRun(FitOptions options, ModelFile base, Progress progress, Consumer<String> told) {
        this.options = options;
        this.base = base;
        this.progress = progress;
        this.told = told;
    }

    /**
     * What came of it.
     *
     * @param model the fitted model
     * @param heldOut how well the rest foretold each library, or each part of a single one
     */
    public record Result(ModelFile model, List<HeldOut> heldOut) {
        public Result {
            heldOut = List.copyOf(heldOut);
        }
    }

    /**
     * Reads, fits and checks.
     *
     * @throws EvaluateException when there is too little to learn from
     */
    public Result run() {
        List<GoldLink> links = new ArrayList<>();
        options.links().forEach(file -> links.addAll(AnswerFile.links(file)));
        List<AnswerFile.Judged> judged = options.judged() == null ? List.of() : AnswerFile.judged(options.judged());
        List<LinkAnswers> gardens = new ArrayList<>();
        for (String repository : options.repositories()) {
            gardens.add(answers(LibraryReader.read(repository, options.reading(), progress), links, judged));
        }
        ModelFile model = base.with("name", TextNode.valueOf(options.name()));
        List<HeldOut> heldOut = List.of();
        if (options.parts().contains(FitOptions.Part.LINKS)) {
            LinkFit.Fitted fitted = LinkFit.of(enough(gardens), told);
            heldOut = fitted.heldOut();
            model = model.with("links", fitted.fit().toJson()).with("about", about(gardens, heldOut));
        }
        if (options.parts().contains(FitOptions.Part.TYPES)) {
            told.accept("fitting types");
            model = ModelParts.withTypes(model, gardens);
        }
        if (options.parts().contains(FitOptions.Part.ENTITIES)) {
            told.accept("fitting entities");
            model = ModelParts.withEntities(model, gardens);
        }
        return new Result(model, heldOut);
    }

    private static List<LinkAnswers> enough(List<LinkAnswers> gardens) {
        int all = gardens.stream().mapToInt(garden -> garden.links().size()).sum();
        if (all < FEWEST_LINKS) {
            throw new EvaluateException("there are " + all + " links to learn from, but a fit needs " + FEWEST_LINKS
                    + "; name libraries with curated relationships, or give more with --links");
        }
        return gardens;
    }

    private LinkAnswers answers(Library library, List<GoldLink> links, List<AnswerFile.Judged> judged) {
        Trusted curated = CuratedConcentration.trusted(library.profiles());
        curated.leftOut().forEach(finding -> told.accept(library.name() + ": " + finding.message()));
        Set<String> slugs =
                library.profiles().stream().map(Profile::slug).collect(Collectors.toCollection(HashSet::new));
        List<GoldLink> known = new ArrayList<>();
        curated.pairs().forEach(pair -> known.add(new GoldLink(pair.source(), pair.target(), pair.type())));
        links.stream()
                .filter(link -> slugs.contains(link.source()) && slugs.contains(link.target()))
                .forEach(known::add);
        return new LinkAnswers(library.name(), library.profiles(), known, AnswerFile.ofLibrary(judged, library, null));
    }

    private ObjectNode about(List<LinkAnswers> gardens, List<HeldOut> heldOut) {
        ObjectNode about =
                base.about() instanceof ObjectNode known ? known.deepCopy() : JsonNodeFactory.instance.objectNode();
        ObjectNode links = about.putObject("links");
        links.put("date", options.date().toString());
        links.put("command", options.command());
        ArrayNode data = links.putArray("data");
        gardens.forEach(garden -> data.addObject()
                .put("patterns", garden.profiles().size())
                .put("links", garden.links().size())
                .put("judged pairs", garden.judged().size()));
        ArrayNode figures = links.putArray("held out");
        heldOut.forEach(each -> figures.addObject()
                .put("queries", each.queries())
                .put("recall@10", rounded(each.recall10()))
                .put("MRR", rounded(each.mrr()))
                .put("calibration error", rounded(each.calibrationError())));
        return about;
    }

    private static double rounded(double figure) {
        return Math.rint(figure * 1_000) / 1_000;
    }
}
