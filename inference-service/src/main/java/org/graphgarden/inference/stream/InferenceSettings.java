package org.graphgarden.inference.stream;

import java.time.Duration;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.graphgarden.inference.garden.WholeTexts;
import org.graphgarden.settings.Durations;
import org.graphgarden.settings.Section;
import org.graphgarden.settings.Settings;

/**
 * What an operator chooses for inference.
 *
 * @param threads stream threads of this process, 1 or more
 * @param commitInterval how long results wait to be committed; what a reader waits at least, positive
 * @param observeThreshold confidence from which on a link is told to consumers of garden.candidate-links, 0 to 1
 * @param epochShare share of a garden's patterns that may change before all are inferred again over new statistics, 0 to 1
 * @param embedding whether the sentence model is used
 * @param wholeTexts most patterns of a garden whose whole texts the sentence model reads, 0 or more
 * @param model model file; empty for the one that ships
 */
public record InferenceSettings(
        int threads,
        Duration commitInterval,
        double observeThreshold,
        double epochShare,
        boolean embedding,
        int wholeTexts,
        String model) {
    /** Name of the section. */
    public static final String NAME = "inference";

    private static final String THREADS = "threads";
    private static final String COMMIT_INTERVAL = "commit-interval";
    private static final String OBSERVE_THRESHOLD = "observe-threshold";
    private static final String EPOCH_SHARE = "epoch-share";
    private static final String EMBEDDING = "embedding";
    private static final String WHOLE_TEXTS = "whole-texts";
    /** Names the model file. */
    public static final String MODEL = "model";

    /** How these settings are written. */
    public static final Section SECTION = Section.of(
            NAME,
            "How patterns are profiled and links inferred.",
            new ConfigDef()
                    .define(
                            THREADS,
                            Type.INT,
                            2,
                            Range.between(1, 64),
                            Importance.MEDIUM,
                            "Stream threads of this process. Profiling uses as many as there are pattern partitions; one"
                                    + " garden is inferred by one thread.")
                    .define(
                            COMMIT_INTERVAL,
                            Type.STRING,
                            "100ms",
                            Durations.between("10ms", "30s"),
                            Importance.MEDIUM,
                            "How long results wait to be committed. A reader sees them this much later; shorter costs"
                                    + " throughput.")
                    .define(
                            OBSERVE_THRESHOLD,
                            Type.DOUBLE,
                            0.5,
                            Range.between(0, 1),
                            Importance.LOW,
                            "Confidence from which on a link is told on garden.candidate-links. Enriched patterns carry"
                                    + " all candidates.")
                    .define(
                            EPOCH_SHARE,
                            Type.DOUBLE,
                            0.1,
                            Range.between(0, 1),
                            Importance.LOW,
                            "Share of a garden's patterns that may change before all of them are inferred again over new"
                                    + " corpus statistics. Until then a push is answered at once. A prune cycle always sees"
                                    + " new statistics.")
                    .define(
                            EMBEDDING,
                            Type.BOOLEAN,
                            true,
                            Importance.MEDIUM,
                            "Whether the sentence model is used. Without it a first run is about twice as fast and finds"
                                    + " fewer links between patterns that say the same in other words.")
                    .define(
                            WHOLE_TEXTS,
                            Type.INT,
                            WholeTexts.USUAL_LIMIT,
                            Range.between(0, 100_000),
                            Importance.LOW,
                            "Most patterns of a garden for which the sentence model reads the beginning of each text, not only"
                                    + " title and summary. It finds more links in small gardens; the first opening takes"
                                    + " some 70 ms a pattern. 0: never.")
                    .define(
                            MODEL,
                            Type.STRING,
                            "",
                            Importance.LOW,
                            "Model file to infer with, as 'garden fit' writes it. Empty: the one that ships. All is inferred"
                                    + " again when it changes."));

    public InferenceSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", but has to be 1 or more");
        }
        if (commitInterval.isZero() || commitInterval.isNegative()) {
            throw new IllegalArgumentException("commitInterval is " + commitInterval + ", but has to be positive");
        }
        if (!(observeThreshold >= 0 && observeThreshold <= 1)) {
            throw new IllegalArgumentException("observeThreshold is " + observeThreshold + ", not between 0 and 1");
        }
        if (!(epochShare >= 0 && epochShare <= 1)) {
            throw new IllegalArgumentException("epochShare is " + epochShare + ", not between 0 and 1");
        }
    }

    /** Reads checked settings of {@link #SECTION}. */
    public static InferenceSettings of(Settings settings) {
        return new InferenceSettings(
                settings.getInt(THREADS),
                settings.getDuration(COMMIT_INTERVAL),
                settings.getDouble(OBSERVE_THRESHOLD),
                settings.getDouble(EPOCH_SHARE),
                settings.getBoolean(EMBEDDING),
                settings.getInt(WHOLE_TEXTS),
                settings.getString(MODEL));
    }
}
