package org.graphgarden.inference.link;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.profile.CachedSentenceModel;
import org.graphgarden.inference.profile.MiniLmSentenceModel;
import org.graphgarden.inference.profile.ProfileBuilder;

/**
 * Writes what the linear model is fitted on: {@code OUT.slugs}, and {@code OUT.bin} with one row of little-endian floats a pair: source,
 * target, features. Arguments: folder of patterns, cache of embeddings, OUT, and a file of pairs (two slugs a line, tab between)
 * that are to be there even when they are no candidates.
 */
final class FeatureDump {
    private FeatureDump() {}

    public static void main(String[] args) throws IOException {
        PatternIndex index;
        try (MiniLmSentenceModel sentences = new MiniLmSentenceModel(1)) {
            ProfileBuilder builder = new ProfileBuilder(new CachedSentenceModel(sentences, Path.of(args[1])));
            index = PatternIndex.of(PatternFolder.profiles(Path.of(args[0]), builder));
        }
        Mentions mentions = ReadTexts.of(index.patterns()).mentions();
        Features features = Features.of(index, mentions);
        Candidates candidates = new Candidates(index, LinkModel.of(ModelFile.shipped()), mentions, features);
        Map<Integer, TreeSet<Integer>> wanted = wanted(index, Path.of(args[3]));
        Files.write(
                Path.of(args[2] + ".slugs"),
                IntStream.range(0, index.size()).mapToObj(index::slug).toList());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[2] + ".bin")))) {
            for (int source = 0; source < index.size(); source++) {
                TreeSet<Integer> extra = wanted.getOrDefault(source, new TreeSet<>());
                for (Candidate candidate : candidates.of(index.likeness(source)).best()) {
                    out.write(row(source, candidate.target(), candidate.features()));
                    extra.remove(candidate.target());
                }
                for (int target : extra) {
                    out.write(row(source, target, pair(index, features, source, target)));
                }
            }
        }
    }

    private static double[] pair(PatternIndex index, Features features, int source, int target) {
        return features.of(
                source,
                target,
                index.body().cosine(source, target),
                index.head().cosine(source, target),
                index.meaning().cosine(source, target));
    }

    private static Map<Integer, TreeSet<Integer>> wanted(PatternIndex index, Path file) throws IOException {
        Map<Integer, TreeSet<Integer>> wanted = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            List<String> slugs = List.of(line.split("\t", 2));
            if (index.number(slugs.get(0)).isPresent()
                    && index.number(slugs.get(1)).isPresent()) {
                wanted.computeIfAbsent(index.number(slugs.get(0)).getAsInt(), source -> new TreeSet<>())
                        .add(index.number(slugs.get(1)).getAsInt());
            }
        }
        return wanted;
    }

    private static byte[] row(int source, int target, double[] features) {
        ByteBuffer row =
                ByteBuffer.allocate(Float.BYTES * (2 + features.length)).order(ByteOrder.LITTLE_ENDIAN);
        row.putFloat(source).putFloat(target);
        for (double feature : features) {
            row.putFloat((float) feature);
        }
        return row.array();
    }
}
