package org.graphgarden.standalone.watch;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.CandidateLink;
import org.graphgarden.events.CauseCount;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.IngestPosition;
import org.graphgarden.events.LanguageModelAnswer;
import org.graphgarden.events.Link;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.Position;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.events.PushClosed;
import org.graphgarden.events.PushNoticed;
import org.graphgarden.events.SectionFeedback;
import org.graphgarden.events.SectionRevision;
import org.graphgarden.topics.Topic;
import org.jspecify.annotations.Nullable;

/** What a record says, in a few words; its key has said of whom. */
final class Gist {
    private static final int BEST = 3;
    private static final int SHORT_COMMIT = 10;

    private Gist() {}

    static String of(SpecificRecord value) {
        for (Topic topic : Topic.values()) {
            if (topic.recordClass().isInstance(value)) {
                return of(topic, value);
            }
        }
        return value.toString();
    }

    private static String of(Topic topic, SpecificRecord value) {
        return switch (topic) {
            case PUSHES -> of((PushNoticed) value);
            case PATTERN_CHANGES -> of((PatternChange) value);
            case PUSHES_CLOSED -> of((PushClosed) value);
            case INGEST_POSITIONS -> of((IngestPosition) value);
            case PATTERN_PROFILES -> of((PatternProfile) value);
            case SECTION_FEEDBACK -> of((SectionFeedback) value);
            case LANGUAGE_MODEL_ANSWERS -> of((LanguageModelAnswer) value);
            case ENRICHED_PATTERNS -> of((EnrichedPattern) value);
            case CANDIDATE_LINKS -> of((CandidateLink) value);
            case PRUNE_REQUESTS -> of((PruneRequest) value);
            case AFFIRMATIONS -> of((Affirmation) value);
            case SECTION_REVISIONS -> of((SectionRevision) value);
            case PRUNE_CYCLES -> of((PruneCycle) value);
            case DEAD_LETTERS -> of((DeadLetter) value);
        };
    }

    private static String of(PushNoticed push) {
        return "push to " + push.getRef() + ", " + commit(push.getAfter()) + " (" + lower(push.getProvider()) + ")";
    }

    private static String of(PatternChange change) {
        String renamed = change.getRenamedTo() != null
                ? ", renamed to " + change.getRenamedTo()
                : change.getRenamedFrom() != null ? ", renamed from " + change.getRenamedFrom() : "";
        return lower(change.getKind()) + " " + change.getPath() + renamed + ", by " + change.getAuthor() + " in "
                + commit(change.getCommit());
    }

    private static String of(PushClosed push) {
        return "push " + push.getSequence() + " closed at " + commit(push.getCommit()) + ": " + push.getChanges()
                + " changes, " + push.getRefused() + " refused";
    }

    private static String of(LanguageModelAnswer answer) {
        return answer.getModel()
                + (answer.getFailure().isEmpty() ? ": " + answer.getText() : " failed: " + answer.getFailure());
    }

    private static String of(IngestPosition position) {
        return "at push " + position.getSequence() + ", " + commit(position.getCommit());
    }

    private static String of(PatternProfile profile) {
        return lower(profile.getOutcome()) + (profile.getFailureCode() == null ? "" : " " + profile.getFailureCode())
                + " “" + profile.getTitle() + "”";
    }

    private static String of(SectionFeedback feedback) {
        return lower(feedback.getVerdict()) + " by " + feedback.getAuthor() + " in " + commit(feedback.getCommit());
    }

    private static String of(EnrichedPattern pattern) {
        String best = pattern.getLinks().stream().limit(BEST).map(Gist::of).collect(Collectors.joining(", "));
        return "“" + pattern.getTitle() + "”, " + pattern.getEntities().size() + " entities, "
                + pattern.getLinks().size() + " links" + (best.isEmpty() ? "" : ": " + best) + " (cut "
                + cut(pattern.getCut()) + ", epoch " + pattern.getEpoch() + ")";
    }

    private static String of(Link link) {
        return link.getType() + " " + link.getTarget() + " " + confidence(link.getConfidence());
    }

    private static String of(CandidateLink link) {
        return lower(link.getState()) + " " + link.getType() + " " + link.getTarget() + " "
                + confidence(link.getConfidence());
    }

    private static String of(PruneRequest request) {
        return "cycle " + lower(request.getKind()) + " for " + request.getDate()
                + (request.getDryRun() ? ", dry run" : "");
    }

    private static String of(Affirmation affirmation) {
        return affirmation.getPatterns() + " patterns inferred up to cut " + cut(affirmation.getCut()) + ", epoch "
                + affirmation.getEpoch();
    }

    private static String of(SectionRevision revision) {
        return revision.getDecisions().size() + " decisions, " + revision.getKept() + " entries kept in "
                + revision.getPath() + ", " + commit(revision.getCommit());
    }

    private static String of(PruneCycle cycle) {
        int decisions =
                cycle.getCauses().stream().mapToInt(CauseCount::getCount).sum();
        String message = cycle.getMessage().isEmpty() ? "" : ": " + cycle.getMessage();
        return lower(cycle.getOutcome()) + message + ", " + cycle.getRevisedSections() + " of " + cycle.getPatterns()
                + " sections revised, " + decisions + " decisions, "
                + cycle.getRefused().size() + " refused";
    }

    private static String of(DeadLetter letter) {
        if (letter.getReplayOf() != null) {
            return "letter " + letter.getReplayOf() + " was replayed";
        }
        String from = letter.getPath().isEmpty()
                ? letter.getSourceTopic() + "-" + letter.getSourcePartition() + " offset " + letter.getSourceOffset()
                : letter.getPath();
        return lower(letter.getStage()) + " " + letter.getCode() + " in " + from + ": " + letter.getMessage();
    }

    private static String cut(List<Position> cut) {
        return cut.stream()
                .map(position -> position.getRepository() + ":" + position.getSequence())
                .collect(Collectors.joining(" "));
    }

    private static String commit(@Nullable String id) {
        String known = Objects.requireNonNullElse(id, "");
        return known.isEmpty() ? "no commit" : known.substring(0, Math.min(SHORT_COMMIT, known.length()));
    }

    private static String confidence(double confidence) {
        return String.format(Locale.ROOT, "%.2f", confidence);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
