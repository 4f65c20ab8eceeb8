package org.graphgarden.git;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.TrackingRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.jspecify.annotations.Nullable;

/** A repository behind https or ssh. */
final class RemoteSource implements Source {

    private static final RefSpec HEADS = new RefSpec("+" + Constants.R_HEADS + "*:" + TRACKING + "*");

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
                ssh.setSshSessionFactory(SshSessions.with(access.sshKey()));
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
    public FetchOutcome fetch(Repository clone, @Nullable String branch) {
        try (Transport transport = connect(clone, access)) {
            Ref advertised = advertisedHead(transport);
            if (advertised == null && branch == null) {
                return FetchOutcome.failed(
                        AccessCode.BRANCH_MISSING, access.address() + ": HEAD is on no branch that has a commit");
            }
            transport.setTagOpt(TagOpt.NO_TAGS);
            transport.setRemoveDeletedRefs(true);
            FetchResult result = transport.fetch(NullProgressMonitor.INSTANCE, List.of(HEADS));
            for (TrackingRefUpdate update : result.getTrackingRefUpdates()) {
                requireWritten(update);
            }
            String name = branch != null ? branch : branchOf(clone, advertised);
            Ref ref = clone.exactRef(TRACKING + name);
            return ref == null || ref.getObjectId() == null
                    ? FetchOutcome.failed(AccessCode.BRANCH_MISSING, access.address() + ": there is no branch " + name)
                    : new FetchOutcome.Head(name, ref.getObjectId().name());
        } catch (IOException e) {
            return new FetchOutcome.Failed(Failures.classify(access.address().toString(), e));
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

    private static @Nullable Ref advertisedHead(Transport transport) throws IOException {
        try (FetchConnection connection = transport.openFetch()) {
            return connection.getRef(Constants.HEAD);
        }
    }

    /** The branch HEAD stands on. An old server does not say; then the branch with the same commit, main before others. */
    private static String branchOf(Repository clone, @Nullable Ref head) throws IOException {
        if (head == null) {
            return "";
        }
        String leaf = head.getLeaf().getName();
        if (leaf.startsWith(Constants.R_HEADS)) {
            return leaf.substring(Constants.R_HEADS.length());
        }
        ObjectId commit = head.getObjectId();
        List<String> candidates = clone.getRefDatabase().getRefsByPrefix(TRACKING).stream()
                .filter(ref -> ref.getObjectId().equals(commit))
                .map(ref -> ref.getName().substring(TRACKING.length()))
                .sorted()
                .toList();
        return Stream.concat(Stream.of("main", "master").filter(candidates::contains), candidates.stream())
                .findFirst()
                .orElse("");
    }
}
