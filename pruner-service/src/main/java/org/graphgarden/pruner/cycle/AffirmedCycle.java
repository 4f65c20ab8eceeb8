package org.graphgarden.pruner.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.SectionFeedback;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.pruner.health.Beside;
import org.graphgarden.pruner.health.GardenHealth;
import org.graphgarden.pruner.plan.Feedback;
import org.graphgarden.pruner.publish.AbandonedException;
import org.graphgarden.pruner.publish.CycleMark;
import org.graphgarden.pruner.publish.Site;
import org.graphgarden.pruner.publish.StopSign;
import org.graphgarden.pruner.publish.Surroundings;
import org.graphgarden.topics.Topic;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the cycle that an affirmation calls for. Whatever goes wrong in it is a result; giving up is not, nor is trouble with Kafka. */
final class AffirmedCycle {
    private static final Logger LOG = LoggerFactory.getLogger(AffirmedCycle.class);

    private final PrunerService.Setup setup;
    private final Surroundings surroundings;
    private final Untold untold;

    /**
     * @param stop when to give up a cycle
     * @param untold told of records that cannot be read
     */
    AffirmedCycle(PrunerService.Setup setup, StopSign stop, Untold untold) {
        this.setup = setup;
        this.untold = untold;
        this.surroundings = setup.surroundings().until(stop);
    }

    /**
     * What a cycle came to.
     *
     * @param report how it went; empty when it could not be run
     * @param sites the repositories that its revisions are read from
     * @param letters of what it left alone
     * @param failure why it could not be run; empty when it could
     */
    record Result(
            Optional<CycleReport> report,
            List<Site> sites,
            List<ProducerRecord<String, SpecificRecord>> letters,
            String failure) {
        static Result failed(String why) {
            return new Result(Optional.empty(), List.of(), List.of(), why);
        }

        RecordSource records(CycleEvents events, Instant start, Instant now) {
            if (report.isEmpty()) {
                return events.failed(failure, start, now)::forEach;
            }
            return out -> {
                letters.forEach(out);
                events.finished(report.get(), sites, out);
            };
        }

        void tell(String garden, CycleListener listener) {
            report.ifPresentOrElse(listener::finished, () -> listener.failed(garden, failure));
        }
    }

    Result run(ConsumerRecord<String, Affirmation> record) {
        Affirmation affirmation = record.value();
        PrunedGarden garden = setup.gardens().get(affirmation.getGarden());
        if (garden == null) {
            return Result.failed("garden " + affirmation.getGarden() + " is not configured here");
        }
        try {
            CycleReport report = Cycle.run(garden, request(affirmation), setup.listener(), surroundings);
            List<ProducerRecord<String, SpecificRecord>> letters = affirmation.getDryRun()
                    ? List.of()
                    : new CycleLetters(setup, record)
                            .of(report, garden, surroundings.clock().instant());
            return new Result(Optional.of(report), garden.sites(), letters, "");
        } catch (AbandonedException | KafkaException e) {
            // That cluster or registry do not answer says nothing of the cycle, which may even be pushed.
            throw e;
        } catch (RuntimeException e) {
            LOG.error("cycle {}/{} failed", affirmation.getGarden(), affirmation.getCycle(), e);
            return Result.failed(String.valueOf(e.getMessage()));
        }
    }

    private CycleRequest request(Affirmation affirmation) {
        Map<String, String> cut = new TreeMap<>();
        affirmation.getCut().stream()
                .filter(position -> !position.getCommit().isEmpty())
                .forEach(position -> cut.put(position.getRepository(), position.getCommit()));
        CycleMark mark = new CycleMark(
                affirmation.getGarden(),
                affirmation.getCycle(),
                LocalDate.parse(affirmation.getDate()),
                affirmation.getModel());
        String garden = affirmation.getGarden();
        Collection<EnrichedPattern> patterns = patterns(garden);
        return new CycleRequest(
                mark,
                cut,
                patterns.stream().map(Records::enriched).toList(),
                feedback(garden),
                affirmation.getDryRun(),
                new Beside(Records.nearDuplicates(patterns), last(garden, affirmation.getCycle())));
    }

    private Collection<EnrichedPattern> patterns(String garden) {
        // What the affirmation stands behind is committed, but the mark of that may still be on its way.
        return reader().readTable(Topic.ENRICHED_PATTERNS, garden, EnrichedPattern.class)
                .values();
    }

    private TopicReader reader() {
        return TopicReader.settled(setup.clients()).telling(untold);
    }

    /** How the last cycle left the garden. */
    private @Nullable GardenHealth last(String garden, String cycle) {
        return Records.last(
                        reader().readTable(Topic.PRUNE_CYCLES, garden, PruneCycle.class)
                                .values(),
                        cycle)
                .flatMap(HealthRecords::of)
                .orElse(null);
    }

    /** What is said of a push is committed with it, so all of the cut's is there. */
    private Feedback feedback(String garden) {
        return new Feedback(reader().readTable(Topic.SECTION_FEEDBACK, garden, SectionFeedback.class).values().stream()
                .flatMap(said -> Records.feedback(said).stream())
                .toList());
    }
}
