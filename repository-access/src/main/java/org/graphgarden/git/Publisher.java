package org.graphgarden.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.pack.PackConfig;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.jspecify.annotations.Nullable;

/** Makes commits in a clone and pushes them to one branch of its source. */
public final class Publisher {

    /** Characters of what a remote says that are passed on. */
    private static final int LONGEST = 600;

    private final FileRepository clone;
    private final Access access;

    Publisher(FileRepository clone, Access access) {
        this.clone = clone;
        this.access = access;
    }

    /** Begins a commit on top of {@code base}. */
    public TreeEdit edit(String base) {
        ObjectId commit = ObjectId.fromString(base);
        try (RevWalk walk = new RevWalk(clone)) {
            ObjectId tree = walk.parseCommit(commit).getTree().getId();
            PackInserter inserter = clone.getObjectDatabase().newPackInserter();
            return new TreeEdit(inserter, clone.newObjectReader(), commit, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Moves a branch of the source to a commit of this clone, if it still stands where it is expected to.
     *
     * @param branch short name of the branch
     * @param commit commit that {@link TreeEdit#commit} made
     * @param expected commit the branch must stand at; null when it must not exist. It need not be an ancestor
     */
    public PushOutcome push(String branch, String commit, @Nullable String expected) {
        if (!Repository.isValidRefName(Constants.R_HEADS + branch)) {
            throw new IllegalArgumentException("branch must be a valid name, is '" + branch + "'");
        }
        try (Transport transport = RemoteSource.connect(clone, access)) {
            PackConfig packing = new PackConfig(clone);
            // To another folder of this machine the bytes cost less than the search for deltas.
            packing.setDeltaCompress(access.address().kind() != RepositoryAddress.Kind.LOCAL);
            transport.setPackConfig(packing);
            RemoteRefUpdate update = update(branch, commit, expected);
            PushResult result = transport.push(NullProgressMonitor.INSTANCE, List.of(update));
            return outcome(branch, commit, update, result);
        } catch (IOException e) {
            return new PushOutcome.Failed(Failures.classify(access.address().toString(), e));
        }
    }

    /**
     * Deletes a branch of the source, if it still stands where it is expected to.
     *
     * @param branch short name of the branch
     * @param expected commit the branch must stand at
     */
    public PushOutcome delete(String branch, String expected) {
        try (Transport transport = RemoteSource.connect(clone, access)) {
            RemoteRefUpdate update = new RemoteRefUpdate(
                    clone,
                    (String) null,
                    ObjectId.zeroId(),
                    Constants.R_HEADS + branch,
                    true,
                    Source.TRACKING + branch,
                    ObjectId.fromString(expected));
            PushResult result = transport.push(NullProgressMonitor.INSTANCE, List.of(update));
            return outcome(branch, expected, update, result);
        } catch (IOException e) {
            return new PushOutcome.Failed(Failures.classify(access.address().toString(), e));
        }
    }

    /**
     * Takes away what a killed push of ours left in a repository on this machine: the lock of the branch, and packs half received;
     * elsewhere the server looks after them itself. Others' locks stay.
     *
     * @param ref full name of the branch
     */
    public void clearLeft(String ref) {
        Path path = access.address().localPath();
        if (path == null || !Repository.isValidRefName(ref)) {
            return;
        }
        try (FileRepository source = LocalSource.open(path)) {
            LeftLocks.release(source.getCommonDirectory().toPath(), ref, new GardenHistory(clone));
            LeftLocks.releasePacks(source.getObjectDatabase().getDirectory().toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RemoteRefUpdate update(String branch, String commit, @Nullable String expected) throws IOException {
        return new RemoteRefUpdate(
                clone,
                commit,
                ObjectId.fromString(commit),
                Constants.R_HEADS + branch,
                true,
                Source.TRACKING + branch,
                expected == null ? ObjectId.zeroId() : ObjectId.fromString(expected));
    }

    private static PushOutcome outcome(String branch, String commit, RemoteRefUpdate update, PushResult result) {
        String message = message(update, result);
        return switch (update.getStatus()) {
            case OK, UP_TO_DATE -> new PushOutcome.Accepted(branch, commit);
            case REJECTED_REMOTE_CHANGED, REJECTED_NONFASTFORWARD -> new PushOutcome.Moved(message);
            case REJECTED_OTHER_REASON ->
                lostRace(message) ? new PushOutcome.Moved(message) : new PushOutcome.Refused(message);
            case REJECTED_NODELETE, NON_EXISTING, NOT_ATTEMPTED, AWAITING_REPORT -> new PushOutcome.Refused(message);
        };
    }

    // The branch moved between the remote's greeting and its answer; servers word it in different ways.
    private static boolean lostRace(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return text.contains("lock") || text.contains("already exists") || text.contains("stale info");
    }

    private static String message(RemoteRefUpdate update, PushResult result) {
        String reason = Objects.requireNonNullElse(update.getMessage(), "");
        String said = Objects.requireNonNullElse(result.getMessages(), "");
        String both = (update.getStatus() + " " + reason + " " + said).replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ");
        String one = Failures.withoutUserInfo(both.strip());
        return one.length() <= LONGEST ? one : one.substring(0, LONGEST) + "…";
    }
}
