package org.graphgarden.inference.fit.link;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.graphgarden.inference.evaluation.GoldLink;
import org.graphgarden.inference.evaluation.Judgement;
import org.graphgarden.inference.evaluation.RankBucket;
import org.graphgarden.inference.link.PairFeatures;

/**
 * What is learned from one garden.
 *
 * @param queries patterns that people linked
 * @param verdicts judged pairs
 */
record Sample(String garden, List<Query> queries, List<Verdict> verdicts) {
    /** More tell no more: a large library is seen through an even share of its patterns. */
    private static final int MOST_QUERIES = 1_200;

    Sample {
        queries = List.copyOf(queries);
        verdicts = List.copyOf(verdicts);
    }

    static Sample of(LinkAnswers answers) {
        PairFeatures features = PairFeatures.of(answers.profiles());
        return new Sample(answers.name(), queries(answers, features), verdicts(answers, features));
    }

    private static List<Query> queries(LinkAnswers answers, PairFeatures features) {
        Map<String, Set<String>> links = new TreeMap<>();
        for (GoldLink link : answers.links()) {
            if (!link.source().equals(link.target()) && features.has(link.source()) && features.has(link.target())) {
                links.computeIfAbsent(link.source(), any -> new TreeSet<>()).add(link.target());
                links.computeIfAbsent(link.target(), any -> new TreeSet<>()).add(link.source());
            }
        }
        List<String> slugs = new ArrayList<>(links.keySet());
        int most = Math.min(MOST_QUERIES, slugs.size());
        List<String> even = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            even.add(slugs.get((int) ((long) i * slugs.size() / most)));
        }
        return even.parallelStream()
                .map(slug -> query(features.candidates(slug), links.getOrDefault(slug, Set.of())))
                .toList();
    }

    private static Query query(Map<String, double[]> candidates, Set<String> links) {
        List<double[]> rows = new ArrayList<>();
        boolean[] linked = new boolean[candidates.size()];
        candidates.forEach((slug, row) -> {
            linked[rows.size()] = links.contains(slug);
            rows.add(row);
        });
        return new Query(rows, linked, links.size());
    }

    /** A pair stands for the pairs of its bucket; with the root of that as weight none outweighs all others. */
    private static List<Verdict> verdicts(LinkAnswers answers, PairFeatures features) {
        Map<RankBucket, Integer> sizes = new EnumMap<>(RankBucket.class);
        answers.judged().forEach(pair -> sizes.merge(pair.bucket(), 1, Integer::sum));
        int patterns = answers.profiles().size();
        List<Judgement> known = answers.judged().stream()
                .filter(pair -> features.has(pair.source()) && features.has(pair.target()))
                .toList();
        double sum = 0;
        for (Judgement pair : known) {
            sum += StrictMath.sqrt(stands(pair, sizes, patterns));
        }
        double all = sum;
        return known.parallelStream()
                .map(pair -> new Verdict(
                        features.between(pair.source(), pair.target()),
                        pair.verdict() > 0,
                        StrictMath.sqrt(stands(pair, sizes, patterns)) / all,
                        stands(pair, sizes, patterns)))
                .toList();
    }

    private static double stands(Judgement pair, Map<RankBucket, Integer> sizes, int patterns) {
        return (double) pair.bucket().width(patterns) * patterns / sizes.getOrDefault(pair.bucket(), 1);
    }
}
