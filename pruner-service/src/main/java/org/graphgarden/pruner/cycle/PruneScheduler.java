package org.graphgarden.pruner.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.events.RequestKind;
import org.quartz.CronScheduleBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Asks for cycles when they are due. The cycle id is the scheduled time, so any number of instances that fire for one time
 * ask for one cycle.
 */
public final class PruneScheduler implements AutoCloseable {
    private static final String SINK = "sink";
    private static final String GARDEN = "garden";
    private static final String SCHEDULE = "schedule";
    private static final String GROUP = "prune";

    private final Scheduler scheduler;

    /**
     * @param schedules by garden
     * @param sink takes the requests, on a thread of the scheduler; a request that it throws at is made again at the next time
     */
    public PruneScheduler(Map<String, Schedule> schedules, Consumer<PruneRequest> sink) {
        try {
            scheduler = new StdSchedulerFactory(properties()).getScheduler();
            scheduler.getContext().put(SINK, sink);
            for (Map.Entry<String, Schedule> each : new TreeMap<>(schedules).entrySet()) {
                schedule(each.getKey(), each.getValue());
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler cannot be made: " + e.getMessage(), e);
        }
    }

    /** The request of a garden for a time at which its cycle is due. */
    public static PruneRequest request(String garden, Schedule schedule, Instant due) {
        return PruneRequest.newBuilder()
                .setGarden(garden)
                .setCycle(due.toString())
                .setKind(RequestKind.SCHEDULED)
                .setDate(schedule.date(due).toString())
                .setDryRun(false)
                .setAfter(List.of())
                .setRequestedAt(due)
                .build();
    }

    /** Begins to ask. */
    public void start() {
        try {
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler cannot be started: " + e.getMessage(), e);
        }
    }

    /** Stops; a request that is being made is still made. */
    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler cannot be stopped: " + e.getMessage(), e);
        }
    }

    private void schedule(String garden, Schedule schedule) throws SchedulerException {
        JobDataMap data = new JobDataMap();
        data.put(GARDEN, garden);
        data.put(SCHEDULE, schedule);
        scheduler.scheduleJob(
                JobBuilder.newJob(Ask.class)
                        .withIdentity(garden, GROUP)
                        .usingJobData(data)
                        .build(),
                TriggerBuilder.newTrigger()
                        .withIdentity(garden, GROUP)
                        // What was missed is asked for once: a cycle looks at everything anyway.
                        .withSchedule(CronScheduleBuilder.cronSchedule(schedule.expression())
                                .withMisfireHandlingInstructionFireAndProceed())
                        .build());
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, "graph-garden-" + System.nanoTime());
        properties.setProperty(StdSchedulerFactory.PROP_THREAD_POOL_CLASS, "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", "1");
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        properties.setProperty(StdSchedulerFactory.PROP_SCHED_MAKE_SCHEDULER_THREAD_DAEMON, "true");
        properties.setProperty(StdSchedulerFactory.PROP_JOB_STORE_CLASS, "org.quartz.simpl.RAMJobStore");
        return properties;
    }

    /** Asks for one cycle. Made by Quartz. */
    @DisallowConcurrentExecution
    public static final class Ask implements Job {
        @Override
        @SuppressWarnings("unchecked") // the scheduler puts nothing else there
        public void execute(JobExecutionContext context) throws JobExecutionException {
            try {
                JobDataMap data = context.getMergedJobDataMap();
                Schedule schedule = (Schedule) Objects.requireNonNull(data.get(SCHEDULE));
                Instant fired = context.getScheduledFireTime().toInstant();
                // What fires late fires for the time it missed: then all instances still ask for the same cycle.
                Instant due = schedule.lastUntil(fired).orElse(fired);
                Consumer<PruneRequest> sink = (Consumer<PruneRequest>) Objects.requireNonNull(
                        context.getScheduler().getContext().get(SINK));
                sink.accept(request(data.getString(GARDEN), schedule, due));
            } catch (SchedulerException | RuntimeException e) {
                throw new JobExecutionException("the request was not made: " + e.getMessage(), e);
            }
        }
    }
}
