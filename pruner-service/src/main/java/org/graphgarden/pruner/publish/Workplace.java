package org.graphgarden.pruner.publish;

import org.graphgarden.git.FetchOutcome;
import org.graphgarden.git.PatternTree;

/**
 * A repository, how it is published to, and what a cycle takes from the world beside.
 *
 * @param declined what people turned down is not published again
 */
record Workplace(Site site, Publishing publishing, Declined declined, Surroundings surroundings) {
    PatternTree tree() {
        return site.mirror().tree(site.filter());
    }

    RepositoryReader reader() {
        return new RepositoryReader(site.repository(), tree(), surroundings.stop());
    }

    Destination destination(FetchOutcome.Head head, CycleMark mark) {
        return Destination.of(site, publishing, declined, head, mark.date());
    }
}
