package org.graphgarden.standalone.stewards;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.standalone.forge.RealGit;

/** A folder with the files of a small library; what stands in them, and ways to change it as people do. */
record Bed(Path folder) {
    static final List<String> TITLES = List.of(
            "Rain Barrel",
            "Rain Garden",
            "Drip Line",
            "Mulched Bed",
            "Compost Heap",
            "Worm Bin",
            "Tool Shed",
            "Seed Swap");

    /** A link of unknown origin to a pattern that is not there, which the first cycle drops. */
    static final String WEED =
            "graph_garden:\n  inferred_links:\n    - target: gone-for-good\n      type: complementary\n      confidence: 0.9\n";

    static String slug(String title) {
        return title.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** Writes the library as it was before Graph Garden came. */
    void sow() throws Exception {
        for (int i = 0; i < TITLES.size(); i++) {
            String title = TITLES.get(i);
            String next = TITLES.get((i + 1) % TITLES.size());
            write(slug(title), """
                    ---
                    id: pattern-%d
                    slug: %s
                    title: %s
                    summary: A %s keeps water and soil in the bed through dry weeks.
                    %s---

                    The %s stands beside the bed. Rain water from the roof, compost and mulch keep the soil moist.
                    It works best with a %s near the roof, the bed and the neighbours' garden.
                    """.formatted(
                            i, slug(title), title, title.toLowerCase(Locale.ROOT), i == 7 ? WEED : "", title, next));
        }
    }

    String text(String slug) throws Exception {
        return Files.readString(folder.resolve(slug + ".md"));
    }

    void write(String slug, String text) throws Exception {
        Files.createDirectories(folder.resolve(slug + ".md").getParent());
        Files.writeString(folder.resolve(slug + ".md"), text);
    }

    boolean has(String slug) {
        return Files.exists(folder.resolve(slug + ".md"));
    }

    /** Replaces text that has to be there. */
    void replace(String slug, String old, String by) throws Exception {
        String text = text(slug);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(slug + " does not hold '" + old + "' but\n" + text);
        }
        write(slug, text.replace(old, by));
    }

    private void without(String slug, String expression) throws Exception {
        String text = text(slug);
        String less = text.replaceFirst(expression, "");
        if (less.equals(text)) {
            throw new IllegalArgumentException(slug + " does not hold '" + expression + "' but\n" + text);
        }
        write(slug, less);
    }

    /** Takes an entry's lines out, as they were planted. */
    void deleteLink(String slug, String target) throws Exception {
        without(slug, " {4}- target: " + target + "\n( {6}.*\n)+");
    }

    void deleteEntry(String slug, String id) throws Exception {
        without(slug, " {4}- id: " + id + "\n( {6}.*\n)+");
    }

    void deleteSection(String slug) throws Exception {
        without(slug, "graph_garden:\n( .*\n)+");
    }

    /** The lines of a link. */
    String lines(String slug, String target) throws Exception {
        java.util.regex.Matcher matcher = java.util.regex.Pattern.compile(" {4}- target: " + target + "\n( {6}.*\n)+")
                .matcher(text(slug));
        if (!matcher.find()) {
            throw new IllegalArgumentException(slug + " has no link to " + target);
        }
        return matcher.group();
    }

    void curate(String slug, String target) throws Exception {
        replace(slug, "\nsummary", "\nrelationships:\n  enables: [" + target + "]\nsummary");
    }

    GardenSection section(String slug) throws Exception {
        return section(Files.readAllBytes(folder.resolve(slug + ".md")));
    }

    static GardenSection section(byte[] file) {
        return ((ReadResult.Pattern) PatternReader.read(file))
                .document()
                .section()
                .orElse(GardenSection.EMPTY);
    }

    /** The n-th link's target. */
    String target(String slug, int number) throws Exception {
        return section(slug).links().get(number).target();
    }

    List<String> targets(String slug) throws Exception {
        return section(slug).links().stream().map(LinkEntry::target).toList();
    }

    LinkEntry link(String slug, String target) throws Exception {
        return section(slug).links().stream()
                .filter(link -> link.target().equals(target))
                .findFirst()
                .orElseThrow();
    }

    List<String> entities(String slug) throws Exception {
        return section(slug).entities().stream().map(EntityEntry::id).toList();
    }

    List<String> communities(String slug) throws Exception {
        return section(slug).communities().stream().map(CommunityEntry::id).toList();
    }

    String git(String... arguments) throws Exception {
        return RealGit.git(folder, arguments);
    }

    void commit(String message) throws Exception {
        git("add", "-A");
        git("commit", "-q", "--allow-empty-message", "-m", message);
    }
}
