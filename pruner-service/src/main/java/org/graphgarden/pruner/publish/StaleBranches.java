package org.graphgarden.pruner.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graphgarden.git.CommitNote;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.git.GardenHistory;
import org.graphgarden.git.PushOutcome;
import org.graphgarden.git.WorkTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes a garden's own older branches. Each goes only from the commit that was looked at, so what somebody pushes meanwhile
 * stays; one that holds a commit of anyone else, of ours one that somebody amended, or one of another garden, stays anyway.
 */
final class StaleBranches {
    private static final Logger LOG = LoggerFactory.getLogger(StaleBranches.class);
    /** Deleting takes a connection each; what is left follows after the next publication. */
    private static final int MOST = 20;

    private final Site site;
    private final String garden;
    private final Person committer;
    private final Instant newest;
    private final FetchOutcome.Head head;

    /**
     * @param garden name of the garden
     * @param committer who makes our commits
     * @param newest commit that was published
     * @param head the followed branch as last fetched
     */
    StaleBranches(Site site, String garden, Person committer, String newest, FetchOutcome.Head head) {
        this.site = site;
        this.garden = garden;
        this.committer = committer;
        this.newest = history(site).commit(newest).time();
        this.head = head;
    }

    /**
     * Deletes them; what cannot be deleted stays and is logged.
     *
     * @param kept full name of the ref that was published to
     * @return short names of those that went
     */
    List<String> delete(CleanUp cleanUp, String kept) {
        List<String> deleted = new ArrayList<>();
        if (cleanUp == CleanUp.OFF) {
            return deleted;
        }
        for (Map.Entry<String, String> branch : site.mirror().gardenHeads().entrySet()) {
            String name = branch.getKey();
            boolean inUse = ("refs/heads/" + name).equals(kept)
                    || name.equals(head.branch())
                    || WorkTree.of(site.address(), name).isPresent();
            if (!inUse && deleted.size() < MOST && stale(branch.getValue(), cleanUp)) {
                PushOutcome outcome = site.mirror().publisher().delete(name, branch.getValue());
                if (outcome instanceof PushOutcome.Accepted) {
                    deleted.add(name);
                } else {
                    LOG.info("branch {} of {} stays: {}", name, site.repository(), outcome);
                }
            }
        }
        return deleted;
    }

    private boolean stale(String tip, CleanUp cleanUp) {
        List<CommitNote> ahead = history(site).commits(tip, head.commit());
        if (ahead.isEmpty()) {
            return ours(history(site).commit(tip));
        }
        return cleanUp == CleanUp.ALL
                && ahead.stream().allMatch(this::ours)
                && ahead.get(0).time().isBefore(newest);
    }

    private boolean ours(CommitNote note) {
        return committer.made(note, garden, history(site));
    }

    private static GardenHistory history(Site site) {
        return site.mirror().history();
    }
}
