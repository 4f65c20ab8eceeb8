package org.graphgarden.pruner.publish;

import org.graphgarden.format.BlockSpan;
import org.graphgarden.pruner.plan.Revision;

/**
 * A revision as it was spliced into its file. The contents stay in Git; a {@link BlockReader} reads them when they are wanted.
 *
 * @param revision what was planned
 * @param before Git object id of the whole file before
 * @param blockBefore where its block lies
 * @param after Git object id of the whole file after
 * @param blockAfter where its block lies
 */
public record PublishedRevision(
        Revision revision, String before, BlockSpan blockBefore, String after, BlockSpan blockAfter) {}
