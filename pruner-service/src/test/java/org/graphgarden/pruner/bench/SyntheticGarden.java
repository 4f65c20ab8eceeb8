package org.graphgarden.pruner.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.Origin;
import org.graphgarden.pruner.plan.Enriched;
import org.graphgarden.pruner.plan.Enriched.Candidate;
import org.graphgarden.pruner.plan.SectionState;
import org.graphgarden.pruner.plan.SectionState.Form;
import org.graphgarden.pruner.plan.SectionState.Subject;

/**
 * Gardens of any size that are like real ones in what a plan weighs: every pattern is about a topic, and topics lie in domains; 8 to 10
 * entities, most of them of the topic's vocabulary and the others of everybody's, both by Zipf's law; 50 candidates, most of
 * them of the topic and some hubs; curated relations; and in every second file a section that somebody else wrote. The same arguments give the
 * same garden.
 */
public final class SyntheticGarden {
    private static final int PER_TOPIC = 30;
    private static final int TOPICS_PER_DOMAIN = 3;
    private static final int TOPIC_WORDS = 40;
    private static final int CANDIDATES = 50;
    private static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 1);

    private final Random random;
    private final int patterns;
    private final int topics;
    private final String text;
    private final List<SectionState> sections = new ArrayList<>();
    private final List<Enriched> enriched = new ArrayList<>();

    private SyntheticGarden(int patterns, long seed, int characters) {
        this.random = new Random(seed);
        this.patterns = patterns;
        this.topics = Math.max(2, patterns / PER_TOPIC);
        this.text = "x".repeat(characters);
        for (int pattern = 0; pattern < patterns; pattern++) {
            sections.add(section(pattern));
            enriched.add(enriched(pattern));
        }
    }

    /** @param characters how long the text of each file is */
    public static SyntheticGarden of(int patterns, long seed, int characters) {
        return new SyntheticGarden(patterns, seed, characters);
    }

    /** The sections as they stand. */
    public List<SectionState> sections() {
        return sections;
    }

    /** What inference says. */
    public List<Enriched> enriched() {
        return enriched;
    }

    private SectionState section(int pattern) {
        boolean sectioned = pattern % 2 == 0;
        List<String> curated = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            curated.add(slug(neighbour(pattern)));
        }
        return new SectionState(
                slug(pattern),
                "id-" + slug(pattern),
                "east",
                "p/" + slug(pattern) + ".md",
                sectioned ? Form.PRESENT : Form.ABSENT,
                sectioned ? standing(pattern) : GardenSection.EMPTY,
                curated,
                // Texts are not shared in a real garden.
                text.isEmpty() ? "" : text + pattern,
                new Subject("Pattern " + pattern, List.of(word(topic(pattern))), List.of(domain(pattern))));
    }

    private GardenSection standing(int pattern) {
        List<LinkEntry> links = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            links.add(new LinkEntry(
                    slug(i < 3 ? neighbour(pattern) : random.nextInt(patterns)),
                    "complementary",
                    OptionalDouble.of(.9),
                    "Near.",
                    new Origin(i, "")));
        }
        return new GardenSection(Optional.of(LONG_AGO), List.of(), List.of(), links);
    }

    private Enriched enriched(int pattern) {
        Map<String, EntityEntry> entities = new LinkedHashMap<>();
        int count = 8 + random.nextInt(3);
        while (entities.size() < count) {
            String word = random.nextInt(10) < 6 ? word(topic(pattern)) : everybodysWord();
            entities.putIfAbsent(word, new EntityEntry(id(word), "concept", word, (50 + random.nextInt(50)) / 100.0));
        }
        return new Enriched(slug(pattern), List.copyOf(entities.values()), List.of(), candidates(pattern), Set.of());
    }

    private List<Candidate> candidates(int pattern) {
        Set<Integer> targets = new LinkedHashSet<>();
        for (int i = 0; i < CANDIDATES; i++) {
            targets.add(
                    switch (i % 5) {
                        case 0 -> (int) Math.min(patterns - 1, zipf(patterns));
                        case 1 -> random.nextInt(patterns);
                        default -> neighbour(pattern);
                    });
        }
        targets.remove(pattern);
        List<Candidate> candidates = new ArrayList<>();
        for (int target : targets) {
            double sure = topic(target) == topic(pattern) ? .5 : .2;
            double confidence = Math.min(.99, sure + random.nextDouble() / 2);
            candidates.add(new Candidate(slug(target), type(), confidence, "Both speak of it."));
        }
        return candidates;
    }

    private String type() {
        return random.nextInt(4) == 0 ? "enables" : "complementary";
    }

    private int topic(int pattern) {
        return pattern % topics;
    }

    private String domain(int pattern) {
        return "domain-" + topic(pattern) / TOPICS_PER_DOMAIN;
    }

    private int neighbour(int pattern) {
        int members = Math.max(1, patterns / topics);
        return topic(pattern) + topics * random.nextInt(members);
    }

    private String word(int topic) {
        return "Topic" + topic + " Word" + (int) zipf(TOPIC_WORDS);
    }

    private String everybodysWord() {
        return "Common" + (int) zipf(Math.max(50, patterns));
    }

    /** A rank from 0 to below {@code ranks}, each one less frequent than the one before in inverse proportion. */
    private double zipf(int ranks) {
        return StrictMath.pow(ranks, random.nextDouble()) - 1;
    }

    private static String id(String word) {
        return word.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String slug(int pattern) {
        return "p" + pattern;
    }
}
