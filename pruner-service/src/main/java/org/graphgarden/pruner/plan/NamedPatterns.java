package org.graphgarden.pruner.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds what names in files stand for: slugs of today, ids, and slugs that patterns had once. */
final class NamedPatterns {
    private final Map<String, SectionState> sections;
    private final Map<String, String> renames;
    private final Map<String, String> removals;
    private final Set<String> unreadable;
    private final Map<String, String> slugsById = new HashMap<>();

    /** @param sections by slug; of two with the same id the first has it */
    NamedPatterns(
            Map<String, SectionState> sections,
            Map<String, String> renames,
            Map<String, String> removals,
            Set<String> unreadable) {
        this.sections = sections;
        this.renames = renames;
        this.removals = removals;
        this.unreadable = unreadable;
        for (SectionState section : sections.values()) {
            if (!section.id().isBlank()) {
                slugsById.putIfAbsent(section.id(), section.slug());
            }
        }
    }

    Target resolve(String written) {
        if (sections.containsKey(written)) {
            return new Target.Found(written, null);
        }
        String byId = slugsById.get(written);
        if (byId != null) {
            return new Target.Found(byId, Cause.TARGET_NAMED_BY_ID);
        }
        String last = lastName(written);
        if (sections.containsKey(last)) {
            return new Target.Found(last, Cause.TARGET_RENAMED);
        }
        if (unreadable.contains(last)) {
            return new Target.Gone(Cause.TARGET_UNREADABLE, "");
        }
        String commit = removals.get(last);
        return new Target.Gone(Cause.TARGET_REMOVED, commit == null ? "" : "commit " + commit);
    }

    /** The end of the chain of renames; of a circle some name in it. */
    private String lastName(String written) {
        Set<String> seen = new HashSet<>();
        String slug = written;
        while (seen.add(slug) && !sections.containsKey(slug) && renames.containsKey(slug)) {
            slug = renames.get(slug);
        }
        return slug;
    }
}
