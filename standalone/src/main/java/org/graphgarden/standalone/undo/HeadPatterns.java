package org.graphgarden.standalone.undo;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.pruner.plan.Cause;
import org.graphgarden.pruner.plan.GardenState;
import org.graphgarden.pruner.plan.Lineage;
import org.graphgarden.pruner.plan.SectionState;
import org.graphgarden.pruner.plan.Target;
import org.graphgarden.pruner.publish.LineageReader;
import org.graphgarden.pruner.publish.RepositoryReader;
import org.graphgarden.pruner.publish.StopSign;
import org.graphgarden.standalone.tended.OpenRepository;
import org.jspecify.annotations.Nullable;

/** The patterns of a head, as a cycle would see them; read when they are first asked for. */
final class HeadPatterns {
    private final OpenRepository repository;
    private final String head;
    private final boolean whole;
    private @Nullable GardenState garden;

    /** @param whole whether all of the garden's patterns are in the repository, so that what is not there is nowhere */
    HeadPatterns(OpenRepository repository, String head, boolean whole) {
        this.repository = repository;
        this.head = head;
        this.whole = whole;
    }

    /** Files come by path, and of two with one slug the first counts. */
    private GardenState garden() {
        if (garden == null) {
            Map<String, SectionState> bySlug = new LinkedHashMap<>();
            new RepositoryReader(repository.name(), repository.tree(), StopSign.NEVER)
                    .read(head, null)
                    .sections()
                    .forEach(section -> bySlug.putIfAbsent(section.slug(), section));
            garden = GardenState.of(bySlug.values());
        }
        return garden;
    }

    /** Finds out what patterns are called now that had these names once. */
    void follow(Collection<String> names) {
        GardenState now = garden();
        Lineage lineage = new Lineage(
                names.stream()
                        .filter(name -> now.resolve(name) instanceof Target.Gone)
                        .toList(),
                now.sections());
        LineageReader.read(repository.site(), head, lineage, StopSign.NEVER);
        garden = now.with(lineage);
    }

    /** Where a pattern stands now whose file moved or got another slug; empty when it is gone. */
    String path(PatternDocument pattern) {
        return Stream.of(pattern.slug(), pattern.frontMatter().id())
                .map(name -> garden().section(slug(name)))
                .filter(Objects::nonNull)
                .map(SectionState::path)
                .findFirst()
                .orElse("");
    }

    /** Slug of the pattern that a name stands for; the name itself when it stands for none. */
    String slug(String name) {
        return garden().resolve(name) instanceof Target.Found found ? found.slug() : name;
    }

    /** The link with the name that its target has now, when it was renamed. */
    LinkEntry renamed(LinkEntry link) {
        return garden().resolve(link.target()) instanceof Target.Found found && found.retarget() == Cause.TARGET_RENAMED
                ? link.withTarget(found.slug())
                : link;
    }

    /** Why a link must not stand in the section of a pattern; empty when it may. */
    Optional<Cause> fault(String slug, LinkEntry link) {
        String target = link.target();
        boolean elsewhere = !whole && !target.isBlank() && garden().resolve(target) instanceof Target.Gone;
        return elsewhere ? Optional.empty() : garden().fault(slug, target);
    }
}
