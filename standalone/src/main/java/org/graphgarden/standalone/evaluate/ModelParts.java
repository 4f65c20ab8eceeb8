package org.graphgarden.standalone.evaluate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphgarden.inference.entity.EntityModels;
import org.graphgarden.inference.evaluation.GoldLink;
import org.graphgarden.inference.evaluation.Judgement;
import org.graphgarden.inference.fit.entity.EntityFit;
import org.graphgarden.inference.fit.link.LinkAnswers;
import org.graphgarden.inference.fit.type.TypeFit;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.index.Patterns;
import org.graphgarden.inference.link.LinkInference;
import org.graphgarden.inference.link.ReadTexts;
import org.graphgarden.inference.link.type.LinkType;
import org.graphgarden.inference.link.type.TypedPair;
import org.graphgarden.inference.model.ModelFile;

/** Fits the parts of a model that are not about whether to link: what patterns are about, and which type a link has. */
final class ModelParts {
    /** With fewer typed pairs the types stay as they are. */
    private static final int FEWEST_PAIRS = 200;

    private ModelParts() {}

    /** The model with entities fitted, or the same when too few patterns have any. */
    static ModelFile withEntities(ModelFile model, List<LinkAnswers> gardens) {
        EntityFit.Fitted fitted =
                EntityFit.of(gardens.stream().map(LinkAnswers::profiles).toList(), Set.of(), EntityModels.of(model));
        return fitted.patterns() == 0
                ? model
                : with(model, EntityModels.PART, fitted.models().toJson(), fitted.about());
    }

    /** The model with types fitted, or the same when too few links tell theirs. */
    static ModelFile withTypes(ModelFile model, List<LinkAnswers> gardens) {
        List<TypedPair> pairs = new ArrayList<>();
        gardens.forEach(garden -> pairs.addAll(typed(garden, model)));
        if (pairs.size() < FEWEST_PAIRS) {
            return model;
        }
        TypeFit fitted = TypeFit.of(pairs);
        return with(
                model,
                "types",
                fitted.model().toJson(),
                fitted.crossValidated().toJson().put("pairs", pairs.size()));
    }

    private static ModelFile with(ModelFile model, String part, ObjectNode weights, ObjectNode figures) {
        ObjectNode about = model.about().deepCopy();
        about.set(part, figures);
        return model.with(part, weights).with("about", about);
    }

    private static List<TypedPair> typed(LinkAnswers garden, ModelFile model) {
        Patterns patterns = Patterns.of(garden.profiles());
        LinkInference links = LinkInference.of(PatternIndex.of(patterns), ReadTexts.of(patterns), model);
        List<TypedPair> pairs = new ArrayList<>();
        for (Judgement judged : garden.judged()) {
            if (judged.verdict() > 0) {
                pair(garden, links, judged.source(), judged.target(), judged.type())
                        .ifPresent(pairs::add);
            }
        }
        for (GoldLink link : garden.links()) {
            pair(garden, links, link.source(), link.target(), link.type()).ifPresent(pairs::add);
        }
        return pairs;
    }

    private static Optional<TypedPair> pair(
            LinkAnswers garden, LinkInference links, String source, String target, String type) {
        return LinkType.of(type).flatMap(known -> links.typeFeatures(source, target)
                .map(features -> new TypedPair(garden.name(), source, target, known, 1, features)));
    }
}
