package org.graphgarden.pruner.publish;

import org.graphgarden.pruner.plan.Revision;

/**
 * A revision as it was spliced into its file.
 *
 * @param revision what was planned
 * @param before text of the block before; empty when there was none
 * @param after text of the block after
 */
public record PublishedRevision(Revision revision, String before, String after) {}
