package org.graphgarden.inference.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.graphgarden.inference.garden.GardenInference;
import org.graphgarden.inference.index.PatternsChange;
import org.graphgarden.inference.link.Reach;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.TextSection;

/** Edits one pattern after the other, as pushes of one file each would, and measures what each takes. */
final class SingleChanges {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 20;
    /** Patterns of each change that are inferred again; the others of what is stale would tell nothing new. */
    private static final int STALE_INFERRED = 8;

    private GardenInference garden;
    private final List<Profile> profiles;
    private final Map<String, Double> reaches;
    private final Random random = new Random(7);

    private final Figures own = new Figures();
    private final Figures processor = new Figures();
    private final Figures step = new Figures();
    private final Figures search = new Figures();
    private final Figures answer = new Figures();
    private final Figures stale = new Figures();
    private final Figures each = new Figures();

    SingleChanges(GardenInference garden, List<Profile> profiles, Map<String, Double> reaches) {
        this.garden = garden;
        this.profiles = new ArrayList<>(profiles);
        this.reaches = reaches;
    }

    void measure(int changes) {
        for (int i = 0; i < WARM_UP + changes; i++) {
            change(i >= WARM_UP);
        }
        ScaleBench.say("one change, ms: %s", own);
        ScaleBench.say("  processor time of it, ms: %s", processor);
        ScaleBench.say("  the garden after it, ms: %s", step);
        ScaleBench.say("  what it makes stale, ms: %s", search);
        ScaleBench.say("  its own answer, ms: %s", answer);
        ScaleBench.say("patterns that it makes stale: %s", stale);
        ScaleBench.say("inferring one of these, ms: %s", each);
    }

    private void change(boolean counts) {
        int number = random.nextInt(profiles.size());
        Profile edited = edited(profiles.get(number), profiles.get(random.nextInt(profiles.size())));
        PatternsChange change = new PatternsChange(List.of(edited), new TreeSet<>());
        Reach reach = new Known(reaches);
        long cpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        GardenInference after = garden.with(change);
        long placed = System.nanoTime();
        Set<String> touched = garden.madeStaleBy(change.slugs(), after, reach);
        touched.remove(edited.slug());
        long searched = System.nanoTime();
        reaches.put(edited.slug(), after.enrich(edited.slug()).reach());
        long end = System.nanoTime();
        long worked = THREADS.getCurrentThreadCpuTime() - cpu;
        profiles.set(number, edited);
        garden = after;
        if (counts) {
            own.add((end - start) / 1e6);
            processor.add(worked / 1e6);
            step.add((placed - start) / 1e6);
            search.add((searched - placed) / 1e6);
            answer.add((end - searched) / 1e6);
            stale.add(touched.size());
        }
        touched.stream().limit(STALE_INFERRED).forEach(slug -> inferAgain(slug, counts));
    }

    private record Known(Map<String, Double> bySlug, double least) implements Reach {
        Known(Map<String, Double> bySlug) {
            this(
                    bySlug,
                    bySlug.values().stream()
                            .mapToDouble(Double::doubleValue)
                            .min()
                            .orElse(0));
        }

        @Override
        public double applyAsDouble(String slug) {
            return bySlug.getOrDefault(slug, Double.NEGATIVE_INFINITY);
        }
    }

    private void inferAgain(String slug, boolean counts) {
        long start = System.nanoTime();
        reaches.put(slug, garden.enrich(slug).reach());
        if (counts) {
            each.add((System.nanoTime() - start) / 1e6);
        }
    }

    /** The pattern with one section in the words of another pattern. */
    private static Profile edited(Profile profile, Profile other) {
        List<TextSection> sections = new ArrayList<>(profile.sections());
        TextSection old = sections.get(0);
        sections.set(0, new TextSection(old.heading(), other.sections().get(0).text()));
        return new Profile(
                profile.slug(),
                profile.id(),
                profile.title(),
                profile.aliases(),
                profile.summary(),
                profile.keywords(),
                profile.tension(),
                profile.domains(),
                profile.curated(),
                profile.entities(),
                sections,
                profile.phrases(),
                new WordsAsMeaning().embed(profile.title() + ". " + profile.summary() + " " + profile.phrases()));
    }
}
