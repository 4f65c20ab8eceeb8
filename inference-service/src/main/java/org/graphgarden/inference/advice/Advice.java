package org.graphgarden.inference.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.graphgarden.inference.garden.Enrichment;
import org.graphgarden.inference.link.CandidateLink;
import org.graphgarden.inference.link.CandidateLink.Evidence;
import org.graphgarden.inference.link.CandidateLink.EvidenceKind;
import org.graphgarden.inference.profile.Profile;

/**
 * What a language model is asked about one pattern's links, and what becomes of them with its answers: a function of the two, whatever
 * is not answered, or not in the form that was asked for, stays as it was inferred.
 */
public final class Advice {
    private final AdviceRules rules;
    private final Profile source;
    private final Enrichment enrichment;
    private final Map<String, Profile> targets = new TreeMap<>();
    private final Map<String, Question> verdicts = new TreeMap<>();
    private final Map<String, Question> wordings = new TreeMap<>();

    private Advice(AdviceRules rules, Profile source, Enrichment enrichment) {
        this.rules = rules;
        this.source = source;
        this.enrichment = enrichment;
    }

    /**
     * What is to be asked about a pattern.
     *
     * @param enrichment what was inferred without a language model
     * @param profiles by slug; empty when there is no such pattern
     */
    public static Advice on(
            Profile source, Enrichment enrichment, Function<String, Optional<Profile>> profiles, AdviceRules rules) {
        Advice advice = new Advice(rules, source, enrichment);
        for (CandidateLink link : enrichment.links()) {
            boolean judged =
                    rules.judge() && rules.isInBand(link.confidence()) && advice.verdicts.size() < rules.mostLinks();
            boolean worded = rules.rephrase()
                    && link.confidence() >= rules.bandLow()
                    && advice.wordings.size() < rules.mostLinks();
            if (judged || worded) {
                profiles.apply(link.target()).ifPresent(target -> advice.ask(link, target, judged, worded));
            }
        }
        return advice;
    }

    private void ask(CandidateLink link, Profile target, boolean judged, boolean worded) {
        targets.put(link.target(), target);
        if (judged) {
            verdicts.put(link.target(), VerdictQuestion.of(source, target, rules));
        }
        if (worded) {
            WordingQuestion.of(source, target, link, rules)
                    .ifPresent(question -> wordings.put(link.target(), question));
        }
    }

    /** Everything that is asked, each once. */
    public Set<Question> questions() {
        Set<Question> questions = new LinkedHashSet<>(verdicts.values());
        questions.addAll(wordings.values());
        return questions;
    }

    /**
     * The pattern with the answers.
     *
     * @param answers what the model said; empty when it failed to
     */
    public Enrichment with(Function<Question, Optional<String>> answers) {
        Set<String> reasons = new HashSet<>();
        enrichment.links().forEach(link -> reasons.add(link.reason()));
        List<CandidateLink> links = new ArrayList<>();
        for (CandidateLink link : enrichment.links()) {
            links.add(judged(worded(link, answers, reasons), answers));
        }
        links.sort(
                Comparator.comparingDouble(CandidateLink::confidence).reversed().thenComparing(CandidateLink::target));
        return new Enrichment(enrichment.entities(), links, enrichment.nearDuplicates(), enrichment.reach());
    }

    private CandidateLink worded(
            CandidateLink link, Function<Question, Optional<String>> answers, Set<String> reasons) {
        Profile target = targets.get(link.target());
        Question question = wordings.get(link.target());
        if (target == null || question == null) {
            return link;
        }
        Evidence before =
                Evidence.said(EvidenceKind.MODEL_WORDING, "worded by " + rules.model() + "; before: " + link.reason());
        return answers.apply(question)
                .flatMap(WordingQuestion::read)
                .filter(reason -> Wording.mayStand(reason, source, target, link))
                .filter(reasons::add)
                .map(reason -> link.worded(reason, before))
                .orElse(link);
    }

    private CandidateLink judged(CandidateLink link, Function<Question, Optional<String>> answers) {
        Question question = verdicts.get(link.target());
        if (question == null) {
            return link;
        }
        return answers.apply(question)
                .flatMap(VerdictQuestion::read)
                .map(verdict -> link.judged(verdict.move(link.confidence(), rules), said(verdict, link)))
                .orElse(link);
    }

    private Evidence said(Verdict verdict, CandidateLink link) {
        return Evidence.said(
                EvidenceKind.MODEL_VERDICT,
                verdict.word() + ", says " + rules.model() + "; confidence before: " + link.confidence());
    }
}
