package org.graphgarden.pruner.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.Origin;
import org.graphgarden.pruner.plan.Enriched;
import org.graphgarden.pruner.plan.Feedback;
import org.graphgarden.pruner.plan.GardenState;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.plan.SectionState;

/** A small garden, planted pattern by pattern. */
final class Bed {
    static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

    private final List<SectionState> sections = new ArrayList<>();
    private final List<Feedback.Entry> feedback = new ArrayList<>();

    /** A pattern in {@code wild/}, looked at yesterday, whose links are complementary at .9. */
    Bed pattern(String slug, List<String> curated, String... targets) {
        return pattern(slug, SectionState.Form.PRESENT, TODAY.minusDays(1), curated, links(targets));
    }

    Bed pattern(
            String slug, SectionState.Form form, LocalDate lastPruned, List<String> curated, List<LinkEntry> links) {
        GardenSection section = new GardenSection(Optional.of(lastPruned), List.of(), communities(slug), links);
        return file(slug, form, section, curated);
    }

    Bed file(String slug, SectionState.Form form, GardenSection section, List<String> curated) {
        sections.add(new SectionState(slug, "", "main", "wild/" + slug + ".md", form, section, curated, ""));
        return this;
    }

    Bed said(Feedback.Entry entry) {
        feedback.add(entry);
        return this;
    }

    static List<LinkEntry> links(String... targets) {
        return List.of(targets).stream()
                .map(target -> link(target, "complementary", 0.9))
                .toList();
    }

    static LinkEntry link(String target, String type, double confidence) {
        return new LinkEntry(target, type, OptionalDouble.of(confidence), "", Origin.NEW);
    }

    private static List<CommunityEntry> communities(String slug) {
        return List.of(
                new CommunityEntry("group-" + slug.charAt(0), "Group", "inferred", OptionalDouble.of(0.5), Origin.NEW));
    }

    GardenState state() {
        return new GardenState(sections, Map.of(), Map.of(), Set.of(), new Feedback(feedback));
    }

    /** Inference knows each pattern and thinks well of each link. */
    private List<Enriched> enriched() {
        return sections.stream()
                .map(section ->
                        new Enriched(section.slug(), List.of(), List.of(), candidates(section.section()), Set.of()))
                .toList();
    }

    private static List<Enriched.Candidate> candidates(GardenSection section) {
        return section.links().stream()
                .map(LinkEntry::target)
                .distinct()
                .map(target -> new Enriched.Candidate(target, "complementary", 0.9, ""))
                .toList();
    }

    Look look() {
        return new Look(state(), Policy.DEFAULT, enriched(), TODAY, List.of(), new TreeSet<>());
    }
}
