package org.graphgarden.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.ThreeWayMerger;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.util.RawParseUtils;
import org.jspecify.annotations.Nullable;

/** Finds what Graph Garden did before, by the trailers of its commits. */
public final class GardenHistory {

    /** Key of the trailer that marks a garden commit. */
    public static final String TRAILER = "Garden-Cycle";

    // Anywhere in the message, not only in its last paragraph: forges that squash put messages below one another. Only
    // line
    // feeds end lines, as for Git: text that somebody else wrote may hold others of Unicode.
    private static final Pattern CYCLE = Pattern.compile("(?dmi)^[ \\t]*" + TRAILER + ":[ \\t]*(\\S.*?)[ \\t\\r]*$");

    // Some people have their address for a name; what stands before the @ is name enough.
    private static final Pattern ADDRESS = Pattern.compile("([^\\s@]+)@[^\\s@]+");

    private final Repository repository;

    GardenHistory(Repository repository) {
        this.repository = repository;
    }

    /**
     * Garden commits reachable from {@code head} but not from {@code base}, newest first, with what each changed among the
     * files of the filter.
     *
     * @param base commit to stop at, or null for the whole history
     */
    public List<GardenCommit> gardenCommits(String head, @Nullable String base, PathFilter filter) {
        PatternTree tree = new PatternTree(repository, filter);
        List<GardenCommit> found = new ArrayList<>();
        for (CommitNote note : commits(head, base)) {
            if (note.byGarden()) {
                found.add(new GardenCommit(note, changes(tree, note)));
            }
        }
        return found;
    }

    /**
     * Commits reachable from {@code head} but not from {@code base}, newest first.
     *
     * @param base commit to stop at, or null for the whole history
     */
    public List<CommitNote> commits(String head, @Nullable String base) {
        List<CommitNote> notes = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            walk.sort(RevSort.TOPO);
            walk.markStart(walk.parseCommit(ObjectId.fromString(head)));
            if (base != null) {
                walk.markUninteresting(walk.parseCommit(ObjectId.fromString(base)));
            }
            for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
                notes.add(note(commit));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return notes;
    }

    /**
     * Commits reachable from the heads, parents always before their children.
     *
     * @param heads where to begin
     * @param told commits to leave out with all that is reachable from them; those that are not here say nothing
     */
    public List<CommitStory> stories(Collection<String> heads, Collection<String> told) {
        List<CommitStory> stories = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            walk.sort(RevSort.TOPO);
            walk.sort(RevSort.REVERSE, true);
            for (String head : heads) {
                walk.markStart(walk.parseCommit(ObjectId.fromString(head)));
            }
            for (String commit : told) {
                if (knows(commit)) {
                    walk.markUninteresting(walk.parseCommit(ObjectId.fromString(commit)));
                }
            }
            for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
                List<String> parents =
                        Stream.of(commit.getParents()).map(RevCommit::name).toList();
                stories.add(new CommitStory(note(commit), parents, commit.getFullMessage()));
                commit.disposeBody();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stories;
    }

    /** Whether history is cut off somewhere (shallow clone), so that more of it may come to light. */
    public boolean cutOff() {
        try {
            return !repository.getObjectDatabase().getShallowCommits().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Goes back from {@code head} along first parents, newest first, and tells what each commit changed. Ends before the
     * first commit of all, or where a shallow history is cut off: what those brought is not known as a change.
     *
     * @param limit how many commits to tell of at most
     * @param further is told of a commit and answers whether to go on
     */
    public void walkBack(String head, PathFilter filter, int limit, Predicate<TreeStep> further) {
        PatternTree tree = new PatternTree(repository, filter);
        String commit = head;
        for (int told = 0; told < limit; told++) {
            String parent = parent(commit);
            if (parent.equals(PatternTree.NOTHING) || !further.test(new TreeStep(commit, tree.diff(parent, commit)))) {
                return;
            }
            commit = parent;
        }
    }

    /** What one commit says of itself. */
    public CommitNote commit(String commit) {
        try (RevWalk walk = new RevWalk(repository)) {
            return note(walk.parseCommit(ObjectId.fromString(commit)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether that very person committed it. Who amends a commit, or squashes something into it, keeps author and message, but
     * becomes its committer. The answer, and not the address, is handed out: addresses are in no event and no message.
     */
    public boolean isCommittedBy(String commit, CommitIdent person) {
        try (RevWalk walk = new RevWalk(repository)) {
            PersonIdent committer =
                    walk.parseCommit(ObjectId.fromString(commit)).getCommitterIdent();
            return committer != null
                    && committer.getName().strip().equals(person.name().strip())
                    && committer.getEmailAddress().strip().equals(person.email().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the commit is here; false after a history was rewritten and the clone made anew. */
    public boolean knows(String commit) {
        return ObjectId.isId(commit) && has(ObjectId.fromString(commit));
    }

    /**
     * Whether {@code later} is a descendant of {@code earlier}, or the same. False when history is cut off (shallow clone):
     * more of it may come to light, so nothing that was found out about the earlier commit holds for good.
     */
    public boolean continues(String later, String earlier) {
        try (RevWalk walk = new RevWalk(repository)) {
            return !cutOff()
                    && knows(earlier)
                    && walk.isMergedInto(
                            walk.parseCommit(ObjectId.fromString(earlier)),
                            walk.parseCommit(ObjectId.fromString(later)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether {@code other} changed something since it left the history of {@code head}, and all of it is in {@code head}, though not
     * its commits: it was squashed, rebased or picked. False where later commits contradict it.
     */
    public boolean squashed(String head, String other) {
        ThreeWayMerger merger = MergeStrategy.RECURSIVE.newMerger(repository, true);
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit into = walk.parseCommit(ObjectId.fromString(head));
            RevCommit from = walk.parseCommit(ObjectId.fromString(other));
            return merger.merge(into, from)
                    && merger.getResultTreeId().equals(into.getTree())
                    && merger.getBaseCommitId() != null
                    && !walk.parseCommit(merger.getBaseCommitId()).getTree().equals(from.getTree());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Newest commit among those reachable from {@code head} but not from {@code base} with this cycle id, or null. */
    public @Nullable CommitNote find(String head, @Nullable String base, String cycle) {
        return commits(head, base).stream()
                .filter(note -> note.cycle().equals(cycle))
                .findFirst()
                .orElse(null);
    }

    private List<TreeChange> changes(PatternTree tree, CommitNote note) {
        return note.cutOff() ? List.of() : tree.diff(parent(note.commit()), note.commit());
    }

    /** First parent of a commit, or {@link PatternTree#NOTHING} for the first of all. */
    public String parent(String commit) {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit parsed = walk.parseCommit(ObjectId.fromString(commit));
            return parsed.getParentCount() == 0
                    ? PatternTree.NOTHING
                    : parsed.getParent(0).name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean has(ObjectId id) {
        try {
            return repository.getObjectDatabase().has(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CommitNote note(RevCommit commit) {
        String author = commit.getAuthorIdent() == null
                ? ""
                : ADDRESS.matcher(commit.getAuthorIdent().getName()).replaceAll("$1");
        Matcher cycle = CYCLE.matcher(commit.getFullMessage());
        return new CommitNote(
                commit.name(),
                author,
                Instant.ofEpochSecond(commit.getCommitTime()),
                cycle.find() ? cycle.group(1) : "",
                commit.getParentCount() == 0 && namesParent(commit));
    }

    /** A shallow clone forgets the parents of its oldest commits, but their text still names them. */
    private static boolean namesParent(RevCommit commit) {
        byte[] raw = commit.getRawBuffer();
        int afterTree = RawParseUtils.nextLF(raw, 0);
        return RawParseUtils.match(raw, afterTree, "parent ".getBytes(StandardCharsets.US_ASCII)) > 0;
    }
}
