package org.graphgarden.standalone.up;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.pruner.cycle.PruneScheduler;
import org.graphgarden.pruner.cycle.PrunerSettings;
import org.graphgarden.pruner.cycle.Schedule;
import org.graphgarden.runtime.health.Health;
import org.graphgarden.settings.Configuration;
import org.graphgarden.standalone.tend.PruneRequests;
import org.graphgarden.topics.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for the cycles that are due, and at its start for the last one that was missed while nothing ran. */
final class SchedulerPart implements KeptAlive.Start {
    private static final Logger LOG = LoggerFactory.getLogger(SchedulerPart.class);

    private final ServiceContext context;
    private final Map<String, Schedule> schedules;

    SchedulerPart(ServiceContext context) {
        this.context = context;
        this.schedules = schedules(context.configuration());
    }

    /** The schedules that are configured, by garden. */
    static Map<String, Schedule> schedules(Configuration configuration) {
        Map<String, Schedule> schedules = new TreeMap<>();
        configuration.gardens().forEach(garden -> PrunerSettings.schedule(
                        configuration.settings(PrunerSettings.NAME, garden.name()))
                .ifPresent(schedule -> schedules.put(garden.name(), schedule)));
        return schedules;
    }

    @Override
    public Running start() {
        PruneRequests requests = new PruneRequests(context.clients());
        PruneScheduler scheduler = new PruneScheduler(schedules, requests::ask);
        schedules.forEach((garden, schedule) -> missed(garden, schedule).ifPresent(due -> {
            LOG.info("the cycle of {} that was due at {} was missed and is asked for now", garden, due);
            requests.ask(PruneScheduler.request(garden, schedule, due));
        }));
        scheduler.start();
        return Running.of(Optional::empty, new Health(), () -> {
            scheduler.close();
            requests.close();
        });
    }

    /** Only where a scheduled cycle has been run before: a new schedule has missed nothing. */
    private Optional<Instant> missed(String garden, Schedule schedule) {
        Optional<Instant> newest = new TopicReader(context.clients())
                .readTable(Topic.PRUNE_CYCLES, garden, PruneCycle.class).values().stream()
                        .flatMap(SchedulerPart::scheduledTime)
                        .max(Instant::compareTo);
        return newest.flatMap(
                done -> schedule.lastUntil(context.clock().instant()).filter(due -> due.isAfter(done)));
    }

    /** The time of a cycle that was scheduled; nothing for one that somebody asked for. */
    private static Stream<Instant> scheduledTime(PruneCycle cycle) {
        try {
            return Stream.of(Instant.parse(cycle.getCycle()));
        } catch (DateTimeParseException e) {
            return Stream.empty();
        }
    }
}
