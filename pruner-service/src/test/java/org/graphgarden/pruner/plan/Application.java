package org.graphgarden.pruner.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.Origin;
import org.graphgarden.format.SectionEntry;

/** Writes revisions into states, as splicing and reading again would. */
final class Application {
    private Application() {}

    static List<SectionState> apply(Collection<SectionState> sections, List<Revision> revisions) {
        Map<String, Revision> bySlug = new HashMap<>();
        revisions.forEach(revision -> bySlug.put(revision.slug(), revision));
        List<SectionState> after = new ArrayList<>();
        for (SectionState section : sections) {
            Revision revision = bySlug.get(section.slug());
            after.add(revision == null ? section : apply(section, revision));
        }
        return after;
    }

    static SectionState apply(SectionState section, Revision revision) {
        return section.revised(reread(revision.section()));
    }

    /** The section as reading it from a file would give it. */
    static GardenSection reread(GardenSection section) {
        List<EntityEntry> entities = new ArrayList<>();
        for (EntityEntry e : section.entities()) {
            entities.add(new EntityEntry(e.id(), e.type(), e.label(), e.relevance(), at(entities, e)));
        }
        List<CommunityEntry> communities = new ArrayList<>();
        for (CommunityEntry c : section.communities()) {
            communities.add(new CommunityEntry(c.id(), c.label(), c.source(), c.confidence(), at(communities, c)));
        }
        List<LinkEntry> links = new ArrayList<>();
        for (LinkEntry l : section.links()) {
            links.add(new LinkEntry(l.target(), l.type(), l.confidence(), l.reason(), at(links, l)));
        }
        return new GardenSection(section.lastPruned(), entities, communities, links);
    }

    private static Origin at(List<?> list, SectionEntry entry) {
        return new Origin(list.size(), entry.key());
    }
}
