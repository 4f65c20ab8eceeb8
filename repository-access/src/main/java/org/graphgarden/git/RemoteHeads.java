package org.graphgarden.git;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.Transport;
import org.jspecify.annotations.Nullable;

/** The heads that a remote says it has, as {@code git ls-remote} shows them. */
final class RemoteHeads {

    private final @Nullable Ref head;
    private final Map<String, ObjectId> branches = new TreeMap<>();

    private RemoteHeads(FetchConnection connection) {
        this.head = connection.getRef(Constants.HEAD);
        for (Ref ref : connection.getRefs()) {
            if (ref.getName().startsWith(Constants.R_HEADS) && ref.getObjectId() != null) {
                branches.put(ref.getName().substring(Constants.R_HEADS.length()), ref.getObjectId());
            }
        }
        if (head != null && head.isSymbolic() && head.getLeaf().getName().startsWith(Constants.R_HEADS)) {
            branches.put(
                    head.getLeaf().getName().substring(Constants.R_HEADS.length()),
                    Objects.requireNonNull(head.getObjectId()));
        }
    }

    /** Asks; a remote that can is asked for nothing but what is wanted. */
    static RemoteHeads ask(Transport transport, WantedBranches wanted) throws IOException {
        try (FetchConnection connection = transport.openFetch(wanted.specs(wanted.followed()), Constants.HEAD)) {
            return new RemoteHeads(connection);
        }
    }

    /** Whether the remote has the branch. */
    boolean has(String branch) {
        return branches.containsKey(branch);
    }

    /**
     * The branch that HEAD is on, or null. An old server does not say; then the branch with the same commit, main before
     * others.
     */
    @Nullable String defaultBranch() {
        if (head == null || head.getObjectId() == null) {
            return null;
        }
        if (head.isSymbolic()) {
            return Repository.shortenRefName(head.getLeaf().getName());
        }
        List<String> candidates = branches.entrySet().stream()
                .filter(branch -> branch.getValue().equals(head.getObjectId()))
                .map(Map.Entry::getKey)
                .filter(branch -> !branch.startsWith(BareClone.GARDEN_BRANCHES))
                .toList();
        return Stream.concat(Stream.of("main", "master").filter(candidates::contains), candidates.stream())
                .findFirst()
                .orElse(null);
    }

    /** Whether the clone has all wanted branches as they are, and none that is not there any more. */
    boolean standIn(Repository clone, WantedBranches wanted, String followed) throws IOException {
        Map<String, ObjectId> there = new TreeMap<>(branches);
        Map<String, ObjectId> here = new TreeMap<>();
        for (Ref ref : clone.getRefDatabase().getRefsByPrefix(Source.TRACKING)) {
            here.put(ref.getName().substring(Source.TRACKING.length()), ref.getObjectId());
        }
        there.keySet().removeIf(branch -> !wanted.include(branch, followed));
        here.keySet().removeIf(branch -> !wanted.include(branch, followed));
        return there.equals(here);
    }
}
