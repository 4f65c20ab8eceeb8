package org.graphgarden.pruner.cycle;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.events.RequestKind;
import org.quartz.CronScheduleBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
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
    private static final String GROUP = "prune";

    private final Scheduler scheduler;

    /**
     * @param crons Quartz cron expressions, in UTC, by garden
     * @param sink takes the requests, on a thread of the scheduler
     * @throws IllegalArgumentException when an expression is none
     */
    public PruneScheduler(Map<String, String> crons, Consumer<PruneRequest> sink) {
        try {
            scheduler = new StdSchedulerFactory(properties()).getScheduler();
            scheduler.getContext().put(SINK, sink);
            for (Map.Entry<String, String> cron : new TreeMap<>(crons).entrySet()) {
                schedule(cron.getKey(), cron.getValue());
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler cannot be made: " + e.getMessage(), e);
        }
    }

    /** The request of a garden for a scheduled time. */
    static PruneRequest request(String garden, Instant scheduled) {
        return PruneRequest.newBuilder()
                .setGarden(garden)
                .setCycle(scheduled.toString())
                .setKind(RequestKind.SCHEDULED)
                .setDate(scheduled.atZone(ZoneOffset.UTC).toLocalDate().toString())
                .setDryRun(false)
                .setAfter(List.of())
                .setRequestedAt(scheduled)
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

    private void schedule(String garden, String cron) throws SchedulerException {
        CronScheduleBuilder when;
        try {
            when = CronScheduleBuilder.cronSchedule(cron);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("schedule of garden " + garden + " is no cron expression: " + cron, e);
        }
        scheduler.scheduleJob(
                JobBuilder.newJob(Ask.class)
                        .withIdentity(garden, GROUP)
                        .usingJobData(GARDEN, garden)
                        .build(),
                TriggerBuilder.newTrigger()
                        .withIdentity(garden, GROUP)
                        // What was missed is asked for once: a cycle looks at everything anyway.
                        .withSchedule(when.inTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC))
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
                Date scheduled = context.getScheduledFireTime();
                Consumer<PruneRequest> sink = (Consumer<PruneRequest>) Objects.requireNonNull(
                        context.getScheduler().getContext().get(SINK));
                sink.accept(request(context.getMergedJobDataMap().getString(GARDEN), scheduled.toInstant()));
            } catch (SchedulerException | RuntimeException e) {
                throw new JobExecutionException("the request was not made: " + e.getMessage(), e);
            }
        }
    }
}
