package org.graphgarden.pruner.health;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.graphgarden.pruner.health.Concentration.By;
import org.graphgarden.pruner.health.Concentration.Links;
import org.graphgarden.pruner.plan.GardenState;
import org.graphgarden.pruner.plan.SectionState;

/** Where a garden's links point, and where its relations do: by letter, by folder and by target. */
final class Spreads {
    private Spreads() {}

    static List<Concentration> of(GardenState garden, Edges edges) {
        Map<String, String> folders = folders(garden);
        return Stream.of(
                        new Spread(Links.INFERRED, edges.slugs(), edges.linksIn()),
                        new Spread(Links.CURATED, edges.slugs(), edges.relationsIn()))
                .flatMap(spread -> Stream.of(
                        spread.over(By.LETTER, Spreads::initial),
                        spread.over(By.FOLDER, slug -> folders.getOrDefault(slug, "")),
                        spread.overTargets()))
                .toList();
    }

    /** The first letter of a slug; all digits are one group. */
    static String initial(String slug) {
        int first = Character.toLowerCase(slug.codePointAt(0));
        return Character.isDigit(first) ? "0-9" : Character.toString(first);
    }

    private static Map<String, String> folders(GardenState garden) {
        Map<String, String> folders = new HashMap<>();
        for (SectionState section : garden.sections()) {
            int end = section.path().lastIndexOf('/');
            folders.put(
                    section.slug(), section.repository() + ":" + section.path().substring(0, Math.max(0, end)));
        }
        return folders;
    }
}
