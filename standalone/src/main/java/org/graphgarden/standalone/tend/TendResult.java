package org.graphgarden.standalone.tend;

import java.util.List;
import java.util.Map;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.PushClosed;
import org.graphgarden.events.SectionRevision;
import org.graphgarden.inference.curated.Trusted.Finding;

/**
 * What came of a run, as the topics tell it.
 *
 * @param address the repository as it was named
 * @param push the import
 * @param cycle the cycle
 * @param revisions what the cycle changed, sorted by slug
 * @param enriched what was inferred, sorted by slug; empty when nobody read it
 * @param refused files that were left alone, sorted by path
 * @param leftOut lists of curated relationships that are not learned from, by name
 * @param diff the revisions as a unified diff; empty when nobody asked for it
 * @param timings milliseconds by stage; import, profiles and inference overlap
 */
public record TendResult(
        String address,
        PushClosed push,
        PruneCycle cycle,
        List<SectionRevision> revisions,
        List<EnrichedPattern> enriched,
        List<Refused> refused,
        List<Finding> leftOut,
        String diff,
        Map<Stage, Long> timings) {
    public TendResult {
        revisions = List.copyOf(revisions);
        enriched = List.copyOf(enriched);
        refused = List.copyOf(refused);
        leftOut = List.copyOf(leftOut);
        timings = Map.copyOf(timings);
    }
}
