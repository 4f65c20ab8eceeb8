package org.graphgarden.inference.garden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.graphgarden.inference.profile.Embedding;
import org.graphgarden.inference.profile.Feedback;
import org.graphgarden.inference.profile.Feedback.RejectedLink;
import org.graphgarden.inference.profile.PatternFacts;
import org.graphgarden.inference.profile.Profile.CuratedRelation;
import org.graphgarden.inference.profile.Profile.EntityMention;
import org.graphgarden.inference.profile.SentenceModel;

/**
 * A small library and a steward who edits it at random, with a liking for what is awkward: equal titles, slugs that change places,
 * titles that name others, empty bodies, scripts that the word lists do not know, near-duplicates, edits that are taken back; and who
 * rejects what is proposed, on some pages everything.
 */
public final class RandomGarden {
    private static final List<String> SYLLABLES =
            List.of("ba be bi da de do fa fo ga ge la le lo ma mi na ne ra re zu".split(" "));
    private static final List<String> OTHER_SCRIPTS =
            List.of("共同耕作", "Совместный огород", "حديقة مشتركة", "समुदाय", "ἀγορά", "나눔 텃밭", "İĞDIR ßtraße");
    private static final List<String> TYPES = List.of("concept", "person", "organization", "practice", "");
    private static final int THEMES = 5;

    private final Random random;
    private final Map<String, PatternFacts> files = new TreeMap<>();
    private final Map<String, Feedback> feedback = new TreeMap<>();
    private final List<PatternFacts> past = new ArrayList<>();
    private int made;

    /** A garden of so many patterns. */
    public RandomGarden(Random random, int patterns) {
        this.random = random;
        for (int i = 0; i < patterns; i++) {
            PatternFacts file = file(newSlug());
            files.put(file.slug(), file);
        }
    }

    /** A stand-in for the sentence model: texts of like letters are alike. Texts without Latin letters have no embedding. */
    public static final SentenceModel LETTERS = new SentenceModel() {
        @Override
        public Embedding embed(String text) {
            float[] counts = new float[26];
            text.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> counts[c - 'a']++);
            double length = 0;
            for (float count : counts) {
                length += count * count;
            }
            for (int i = 0; i < counts.length; i++) {
                counts[i] /= (float) Math.max(1, StrictMath.sqrt(length));
            }
            return length == 0 ? Embedding.NONE : Embedding.of(counts);
        }

        @Override
        public String name() {
            return "letters";
        }
    };

    /** The files by slug. */
    public Map<String, PatternFacts> files() {
        return new TreeMap<>(files);
    }

    /** What the steward's edits so far say of a file. */
    public Feedback feedback(String slug) {
        return feedback.getOrDefault(slug, Feedback.NONE);
    }

    /** What is proposed now, for the steward to reject. */
    public interface Proposals {
        List<RejectedLink> links(String slug);

        List<String> entities(String slug);
    }

    /** One to four edits at once; returns the slugs of the files that are not what they were, or of which more or less was said. */
    public Set<String> edit(Proposals proposals) {
        Map<String, PatternFacts> before = files();
        Map<String, Feedback> said = new TreeMap<>(feedback);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            if (!files.isEmpty() && random.nextInt(3) == 0) {
                String slug = some().slug();
                feedback.put(slug, disagree(feedback(slug), proposals.links(slug), proposals.entities(slug)));
            } else {
                editOne();
            }
        }
        feedback.keySet().retainAll(files.keySet());
        Set<String> changed = new TreeSet<>(before.keySet());
        changed.addAll(files.keySet());
        changed.removeIf(slug -> Objects.equals(before.get(slug), files.get(slug))
                && said.getOrDefault(slug, Feedback.NONE).equals(feedback(slug)));
        before.values().stream().filter(file -> changed.contains(file.slug())).forEach(past::add);
        return changed;
    }

    private Feedback disagree(Feedback said, List<RejectedLink> proposedLinks, List<String> proposedEntities) {
        List<RejectedLink> links = new ArrayList<>(said.links());
        List<String> entities = new ArrayList<>(said.entities());
        int kind = random.nextInt(10);
        if (kind < 5 && !proposedLinks.isEmpty()) {
            RejectedLink link = proposedLinks.get(random.nextInt(proposedLinks.size()));
            Double then = link.confidence();
            // As it is, so that it is gone; or as it was long ago, so that much may have changed since.
            links.add(
                    new RejectedLink(link.target(), then == null || kind > 0 ? then : then - random.nextInt(4) / 10.0));
        } else if (kind < 8 && !proposedEntities.isEmpty()) {
            entities.add(proposedEntities.get(random.nextInt(proposedEntities.size())));
        }
        return kind == 9 ? Feedback.NONE : new Feedback(links, entities, kind == 8 != said.optedOut());
    }

    private void editOne() {
        if (files.isEmpty()) {
            put(file(newSlug()));
            return;
        }
        PatternFacts some = some();
        switch (random.nextInt(11)) {
            case 0, 1 -> put(file(newSlug()));
            case 2, 3 -> put(file(some.slug()));
            case 4 -> files.remove(some.slug());
            case 5 -> {
                files.remove(some.slug());
                put(moved(some, newSlug()));
            }
            case 6 -> {
                PatternFacts other = some();
                put(moved(some, other.slug()));
                put(moved(other, some.slug()));
            }
            case 7 -> put(moved(some, newSlug()));
            case 8 -> put(with(some, some.body() + "\n\nCompare " + some().title() + " and **" + word(0) + "**.\n"));
            case 9 -> put(with(some, ""));
            default -> {
                if (!past.isEmpty()) {
                    put(past.get(random.nextInt(past.size())));
                }
            }
        }
    }

    private void put(PatternFacts file) {
        files.put(file.slug(), file);
    }

    private PatternFacts some() {
        return List.copyOf(files.values()).get(random.nextInt(files.size()));
    }

    private String newSlug() {
        return "p%03d".formatted(made++);
    }

    private PatternFacts file(String slug) {
        int theme = random.nextInt(THEMES);
        String title = title(theme);
        StringBuilder body = new StringBuilder("# ").append(title).append("\n\n");
        for (int i = random.nextInt(50); i > 0; i--) {
            body.append(word(theme)).append(i % 9 == 0 ? ". " : " ");
        }
        if (!files.isEmpty()) {
            body.append("\n\n## More\n\nIt follows ")
                    .append(some().title())
                    .append(" in **")
                    .append(word(theme));
            body.append("**.\n");
        }
        if (random.nextInt(8) == 0) {
            body.append(OTHER_SCRIPTS.get(random.nextInt(OTHER_SCRIPTS.size()))).append(".\n");
        }
        return new PatternFacts(
                slug,
                random.nextInt(3) == 0 ? "id-" + slug : "",
                title,
                random.nextInt(6) == 0 ? List.of(title(theme)) : List.of(),
                random.nextInt(3) == 0 ? "" : "About " + word(theme) + " " + word(theme) + " and " + word(theme) + ".",
                random.nextInt(3) == 0 ? List.of(word(theme), word(theme)) : List.of(),
                "",
                random.nextInt(4) == 0 ? List.of() : List.of("domain " + theme),
                curated(),
                entities(theme),
                "",
                random.nextInt(12) == 0 ? "" : body.toString());
    }

    private List<CuratedRelation> curated() {
        if (files.isEmpty() || random.nextInt(4) > 0) {
            return List.of();
        }
        PatternFacts target = some();
        return List.of(new CuratedRelation("enables", target.id().isEmpty() ? target.slug() : target.id()));
    }

    private List<EntityMention> entities(int theme) {
        List<EntityMention> entities = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String label = word(theme) + (random.nextBoolean() ? " " + word(theme) : "");
            String type = TYPES.get(random.nextInt(TYPES.size()));
            entities.add(new EntityMention(label.replace(' ', '-'), type, label, random.nextInt(10) / 10.0));
        }
        return entities;
    }

    /** Now and then the title of another, or one that names another. */
    private String title(int theme) {
        int kind = files.isEmpty() ? 9 : random.nextInt(10);
        String title = word(theme) + " " + word(theme);
        return switch (kind) {
            case 0 -> some().title();
            case 1 -> some().title() + " " + word(theme);
            case 2 -> OTHER_SCRIPTS.get(random.nextInt(OTHER_SCRIPTS.size()));
            case 3 -> "";
            default -> Character.toUpperCase(title.charAt(0)) + title.substring(1);
        };
    }

    /** Mostly words of the theme, some of all themes, a few that stand nowhere else. */
    private String word(int theme) {
        int of = random.nextInt(4) == 0 ? random.nextInt(THEMES) : theme;
        if (random.nextInt(12) == 0) {
            return "unheard" + random.nextInt(200);
        }
        int first = random.nextInt(5);
        return SYLLABLES.get(of * 4 + first % 4) + SYLLABLES.get(random.nextInt(20)) + "k";
    }

    private static PatternFacts moved(PatternFacts file, String slug) {
        return copy(file, slug, file.entities(), file.body());
    }

    private static PatternFacts with(PatternFacts file, String body) {
        return copy(file, file.slug(), file.entities(), body);
    }

    /** The file with other entities in its section. */
    public static PatternFacts with(PatternFacts file, List<EntityMention> entities) {
        return copy(file, file.slug(), entities, file.body());
    }

    private static PatternFacts copy(PatternFacts file, String slug, List<EntityMention> entities, String body) {
        return new PatternFacts(
                slug,
                file.id().isEmpty() ? "" : "id-" + slug,
                file.title(),
                file.aliases(),
                file.summary(),
                file.keywords(),
                file.tension(),
                file.domains(),
                file.curated(),
                entities,
                file.front(),
                body);
    }
}
