package org.graphgarden.inference.link;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.profile.CachedSentenceModel;
import org.graphgarden.inference.profile.MiniLmSentenceModel;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.ProfileBuilder;

/**
 * Infers all links of a folder of patterns, writes them as one JSON object a line and prints the processor time it took. Arguments: folder,
 * cache of embeddings, output.
 */
final class LinkDump {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private LinkDump() {}

    public static void main(String[] args) throws IOException {
        List<Profile> profiles;
        try (MiniLmSentenceModel sentences = new MiniLmSentenceModel(1)) {
            ProfileBuilder builder = new ProfileBuilder(new CachedSentenceModel(sentences, Path.of(args[1])));
            profiles = PatternFolder.profiles(Path.of(args[0]), builder);
        }
        System.gc();
        long heap = usedHeap();
        long start = THREADS.getCurrentThreadCpuTime();
        PatternIndex index = PatternIndex.of(profiles);
        long indexed = THREADS.getCurrentThreadCpuTime();
        LinkInference inference = LinkInference.of(index, ReadTexts.of(index.patterns()), ModelFile.shipped());
        long opened = THREADS.getCurrentThreadCpuTime();
        System.gc();
        long held = usedHeap() - heap;
        long ready = THREADS.getCurrentThreadCpuTime();
        List<InferredLinks> all = profiles.stream()
                .map(profile -> inference.infer(profile.slug()))
                .toList();
        long done = THREADS.getCurrentThreadCpuTime();
        System.out.printf(
                "%d patterns: index %.2f s, epoch %.2f s, links %.2f s; heap %.0f MB%n",
                profiles.size(), (indexed - start) / 1e9, (opened - indexed) / 1e9, (done - ready) / 1e9, held / 1e6);
        write(profiles, all, Path.of(args[2]));
    }

    private static void write(List<Profile> profiles, List<InferredLinks> all, Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (PrintWriter out = new PrintWriter(file.toFile(), "UTF-8")) {
            for (int i = 0; i < profiles.size(); i++) {
                String source = profiles.get(i).slug();
                for (CandidateLink link : all.get(i).links()) {
                    out.println(json.writeValueAsString(Map.of(
                            "source", source,
                            "target", link.target(),
                            "type", link.type(),
                            "confidence", link.confidence(),
                            "reason", link.reason(),
                            "evidence", link.evidence())));
                }
                for (String duplicate : all.get(i).nearDuplicates()) {
                    out.println(json.writeValueAsString(Map.of("source", source, "nearDuplicate", duplicate)));
                }
            }
        }
    }

    private static long usedHeap() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
