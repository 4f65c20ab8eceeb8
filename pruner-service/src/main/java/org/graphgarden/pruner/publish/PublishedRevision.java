package org.graphgarden.pruner.publish;

import org.graphgarden.pruner.plan.Revision;

/**
 * A revision as it was spliced into its file. The contents stay in Git; a {@link BlockReader} reads them when they are wanted.
 *
 * @param revision what was planned
 * @param before Git object id of the whole file before
 * @param after Git object id of the whole file after
 */
public record PublishedRevision(Revision revision, String before, String after) {}
