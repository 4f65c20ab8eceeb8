package org.graphgarden.git;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.TrackingRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** A repository behind https or ssh. */
final class RemoteSource implements Source {

    private final Access access;

    RemoteSource(Access access) {
        this.access = access;
    }

    /** A connection; the address goes in without credentials, so no message can repeat them. */
    static Transport connect(Repository clone, Access access) throws IOException {
        try {
            Transport transport =
                    Transport.open(clone, new URIish(access.address().location()));
            transport.setTimeout((int) access.timeout().toSeconds());
            if (transport instanceof SshTransport ssh) {
                ssh.setSshSessionFactory(SshSessions.with(access.ssh()));
            }
            Credentials credentials = access.effectiveCredentials();
            if (credentials != null) {
                transport.setCredentialsProvider(
                        new UsernamePasswordCredentialsProvider(credentials.user(), credentials.secret()));
            }
            return transport;
        } catch (URISyntaxException e) {
            throw new IOException("not a well-formed address: " + access.address(), e);
        }
    }

    @Override
    public List<File> borrowedObjects() {
        return List.of();
    }

    @Override
    public FetchOutcome fetch(Repository clone, WantedBranches wanted) {
        try (Transport transport = connect(clone, access)) {
            RemoteHeads heads = RemoteHeads.ask(transport, wanted);
            String branch = wanted.followed() != null ? wanted.followed() : heads.defaultBranch();
            if (branch == null) {
                return FetchOutcome.failed(
                        AccessCode.EMPTY, access.address() + ": HEAD is on no branch that has a commit");
            }
            if (!heads.has(branch)) {
                return FetchOutcome.failed(
                        AccessCode.BRANCH_MISSING, access.address() + ": there is no branch " + branch);
            }
            if (!heads.standIn(clone, wanted, branch)) {
                dropUnwanted(clone, wanted, branch);
                bring(transport, wanted.specs(branch));
            }
            return new FetchOutcome.Head(branch, head(clone, branch));
        } catch (IOException e) {
            return new FetchOutcome.Failed(Failures.classify(access.address().toString(), e));
        }
    }

    /** A branch that is not wanted any more may stand where one below its name has to. */
    private static void dropUnwanted(Repository clone, WantedBranches wanted, String followed) throws IOException {
        for (Ref ref : clone.getRefDatabase().getRefsByPrefix(TRACKING)) {
            if (!wanted.include(ref.getName().substring(TRACKING.length()), followed)) {
                RefUpdate update = clone.updateRef(ref.getName());
                update.setForceUpdate(true);
                update.delete();
            }
        }
    }

    private static void bring(Transport transport, List<RefSpec> specs) throws IOException {
        transport.setTagOpt(TagOpt.NO_TAGS);
        transport.setRemoveDeletedRefs(true);
        FetchResult result = transport.fetch(NullProgressMonitor.INSTANCE, specs);
        for (TrackingRefUpdate update : result.getTrackingRefUpdates()) {
            requireWritten(update);
        }
    }

    /** Where the branch stands in the clone, whose commit must be here: a clone that lost it has to be made anew. */
    private static String head(Repository clone, String branch) throws IOException {
        Ref ref = clone.exactRef(TRACKING + branch);
        if (ref == null || ref.getObjectId() == null) {
            throw new IOException("branch " + branch + " went away while it was fetched");
        }
        try (RevWalk walk = new RevWalk(clone)) {
            return walk.parseCommit(ref.getObjectId()).name();
        }
    }

    /** The library keeps silent about a branch that it could not move: the old head would pass for the new one. */
    private static void requireWritten(TrackingRefUpdate update) throws IOException {
        switch (update.getResult()) {
            case LOCK_FAILURE, IO_FAILURE, REJECTED, REJECTED_OTHER_REASON, REJECTED_MISSING_OBJECT ->
                throw new IOException(
                        "the clone's " + update.getLocalName() + " cannot be written: " + update.getResult());
            case NOT_ATTEMPTED, NO_CHANGE, NEW, FORCED, FAST_FORWARD, RENAMED, REJECTED_CURRENT_BRANCH -> {}
        }
    }
}
