package org.graphgarden.inference.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.inference.garden.CorpusModels;
import org.graphgarden.inference.garden.GardenInference;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.profile.DocumentFacts;
import org.graphgarden.inference.profile.MiniLmSentenceModel;
import org.graphgarden.inference.profile.PatternFacts;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.ProfileBuilder;
import org.graphgarden.inference.profile.SentenceModel;

/**
 * Measures inference without Kafka: profiles a second, opening an epoch, patterns inferred a second, heap held, and what single
 * changes cost. Reads the files from standard input. Argument: how many changes.
 */
final class ScaleBench {
    private static final int INFERRED = 1_000;
    private static final int SENTENCES = 300;
    private static final int LARGE = 10_000;

    private final List<Profile> profiles = new ArrayList<>();
    private final List<PatternFacts> first = new ArrayList<>();

    private ScaleBench() {}

    public static void main(String[] args) throws IOException {
        new ScaleBench().run(Integer.parseInt(args[0]));
    }

    private void run(int changes) throws IOException {
        read();
        withSentences();
        if (profiles.size() > LARGE) {
            // As an epoch does it, which then shares them: or each would be counted twice.
            profiles.replaceAll(Profile::packed);
        }
        long before = usedHeap();
        say("heap of the profiles alone: %.2f GB, %.1f kB each", before / 1e9, before / 1e3 / profiles.size());
        CorpusModels models = new CorpusModels(ModelFile.shipped(), "words-as-meaning");
        long cpu = processCpu();
        GardenInference garden = timed("epoch opened", () -> models.open(profiles));
        say("processor time of opening: %.1f s", (processCpu() - cpu) / 1e9);
        long held = usedHeap();
        say("heap held by all: %.2f GB, %.1f kB a pattern", held / 1e9, held / 1e3 / profiles.size());
        Map<String, Double> reaches = infer(garden);
        new SingleChanges(garden, profiles, reaches).measure(changes);
    }

    private void read() throws IOException {
        FileStream files = new FileStream(System.in);
        ProfileBuilder builder = new ProfileBuilder(SentenceModel.NONE);
        ProfileBuilder meant = new ProfileBuilder(new WordsAsMeaning());
        long time = 0;
        for (byte[] file = files.next(); file.length > 0; file = files.next()) {
            long start = System.nanoTime();
            PatternFacts facts = facts(file);
            builder.profile(facts, Set.of());
            time += System.nanoTime() - start;
            profiles.add(meant.profile(facts, Set.of()));
            if (first.size() < SENTENCES) {
                first.add(facts);
            }
        }
        say(
                "%d patterns; profiles without embedding: %.0f a second, one thread",
                profiles.size(), rate(profiles.size(), time));
    }

    private static PatternFacts facts(byte[] file) {
        if (PatternReader.read(file) instanceof ReadResult.Pattern pattern) {
            return DocumentFacts.of(pattern.document().slug(), pattern.document());
        }
        throw new IllegalArgumentException(
                "not a pattern: " + new String(file, 0, 200, java.nio.charset.StandardCharsets.UTF_8));
    }

    private void withSentences() {
        try (MiniLmSentenceModel sentences = new MiniLmSentenceModel(1)) {
            ProfileBuilder builder = new ProfileBuilder(sentences);
            first.subList(0, Math.min(20, first.size())).forEach(facts -> builder.profile(facts, Set.of()));
            long start = System.nanoTime();
            first.parallelStream().forEach(facts -> builder.profile(facts, Set.of()));
            say(
                    "profiles with the sentence model: %.0f a second, all cores",
                    rate(first.size(), System.nanoTime() - start));
        }
        first.clear();
    }

    /** Infers an even sample; the reach of each, and for the others the reach of one of the sample. */
    private Map<String, Double> infer(GardenInference garden) {
        int sampled = Math.min(INFERRED, profiles.size());
        int[] sample = IntStream.range(0, sampled)
                .map(i -> (int) ((long) i * profiles.size() / sampled))
                .toArray();
        IntStream.of(sample)
                .limit(Math.max(20, sampled / 10))
                .forEach(i -> garden.enrich(profiles.get(i).slug()));
        long cpu = processCpu();
        long start = System.nanoTime();
        double[] reach = IntStream.of(sample)
                .parallel()
                .mapToDouble(i -> garden.enrich(profiles.get(i).slug()).reach())
                .toArray();
        long time = System.nanoTime() - start;
        say(
                "entities and links: %.1f patterns a second, all cores; %.1f ms of processor time each",
                rate(sampled, time), (processCpu() - cpu) / 1e6 / sampled);
        Map<String, Double> reaches = new HashMap<>();
        for (int i = 0; i < profiles.size(); i++) {
            reaches.put(profiles.get(i).slug(), reach[(int) ((long) i * sampled / profiles.size())]);
        }
        return reaches;
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        say("%s in %.1f s", what, (System.nanoTime() - start) / 1e9);
        return result;
    }

    private static double rate(int count, long nanos) {
        return count * 1e9 / nanos;
    }

    static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }

    private static long processCpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
