package org.graphgarden.inference.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.AnswerOutcome;
import org.graphgarden.events.LanguageModelAnswer;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.inference.advice.Advice;
import org.graphgarden.inference.advice.Question;
import org.graphgarden.inference.chat.AnswerDesk;
import org.graphgarden.inference.garden.Enrichment;
import org.graphgarden.topics.RecordKeys;

/**
 * Holds stale patterns back until a language model has answered what is asked about them, or has failed to. The answers are records, so
 * what a pattern says with them is the same however long they took. Used by the thread of one garden task.
 */
final class Consultation {
    /** Enough that the desk never runs out of questions, few enough for the heap. */
    private static final int MOST_HELD = 64;

    private final GardenStores stores;
    private final Optional<Counsel> counsel;
    private final Map<String, Held> held = new LinkedHashMap<>();
    /** The key of an answer to those that wait for it. */
    private final Map<String, List<Held>> waiting = new HashMap<>();

    Consultation(GardenStores stores, Optional<Counsel> counsel) {
        this.stores = stores;
        this.counsel = counsel;
    }

    /**
     * A pattern that was inferred and that a language model has something to say about.
     *
     * @param key garden/slug
     * @param reach as it was inferred
     * @param cut of which it was inferred
     */
    record Asked(String key, PatternProfile profile, Advice advice, double reach, Affirmation cut) {
        String garden() {
            return cut.getGarden();
        }
    }

    /**
     * One that may not be told yet.
     *
     * @param missing keys of the answers that have not come
     */
    private record Held(Asked asked, Set<String> missing) {}

    /** What is to be asked about a pattern; nothing when there is no language model. Any thread may call. */
    Optional<Advice> on(PatternProfile profile, Enrichment enrichment) {
        return counsel.map(asked -> Advice.on(
                        Records.profile(profile),
                        enrichment,
                        slug -> Optional.ofNullable(
                                        stores.patterns.get(RecordKeys.ofPattern(profile.getGarden(), slug)))
                                .map(Records::profile),
                        asked.rules()))
                .filter(advice -> !advice.questions().isEmpty());
    }

    /** The pattern with its answers; empty when some are missing: then they are asked for, and it is held until they come. */
    Optional<Enrichment> settle(Asked asked) {
        Map<String, Question> missing = missing(asked);
        desk().remembered(asked.garden(), asked.advice().questions().size() - missing.size());
        if (missing.isEmpty()) {
            return Optional.of(advised(asked));
        }
        Held one = new Held(asked, new HashSet<>(missing.keySet()));
        held.put(asked.key(), one);
        missing.forEach((key, question) -> {
            waiting.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
            desk().ask(asked.garden(), question);
        });
        return Optional.empty();
    }

    private Map<String, Question> missing(Asked asked) {
        Map<String, Question> missing = new LinkedHashMap<>();
        for (Question question : asked.advice().questions()) {
            String key = desk().key(asked.garden(), question);
            LanguageModelAnswer answer = stores.answers.get(key);
            if (answer == null || !desk().counts(answer)) {
                missing.put(key, question);
            }
        }
        return missing;
    }

    /** The pattern with the answers that came. */
    Enrichment advised(Asked asked) {
        return asked.advice()
                .with(question -> Optional.ofNullable(stores.answers.get(desk().key(asked.garden(), question)))
                        .filter(answer -> answer.getOutcome() == AnswerOutcome.ANSWERED)
                        .map(LanguageModelAnswer::getText));
    }

    /** Remembers an answer, whoever asked for it. The first one stands; a failure does not when there is an answer. */
    void receive(LanguageModelAnswer answer) {
        String key = RecordKeys.ofQuestion(answer.getGarden(), answer.getQuestion());
        LanguageModelAnswer before = stores.answers.get(key);
        if (before == null || before.getOutcome() != AnswerOutcome.ANSWERED) {
            stores.answers.put(key, answer);
        }
        List<Held> waited = waiting.remove(key);
        if (waited != null) {
            waited.forEach(one -> one.missing().remove(key));
        }
        counsel.ifPresent(asked -> asked.desk().settled(key));
    }

    boolean isHeld(String key) {
        return held.containsKey(key);
    }

    boolean holdsAny() {
        return !held.isEmpty();
    }

    /** How many more patterns may be held. */
    int room() {
        return MOST_HELD - held.size();
    }

    /** The patterns of the garden whose answers have come; they are not held any more. */
    List<Asked> release(String garden) {
        List<Asked> released = new ArrayList<>();
        held.values().removeIf(one -> {
            boolean isReleased = one.missing().isEmpty() && one.asked().garden().equals(garden);
            if (isReleased) {
                released.add(one.asked());
            }
            return isReleased;
        });
        return released;
    }

    /** Nobody waits any more; what was asked for is remembered by whoever reads it. */
    void close() {
        counsel.ifPresent(asked -> waiting.keySet().forEach(asked.desk()::settled));
    }

    private AnswerDesk desk() {
        return counsel.orElseThrow().desk();
    }
}
