package org.graphgarden.pruner.cycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.format.SectionEntry;
import org.graphgarden.git.GardenHistory;
import org.graphgarden.pruner.plan.Action;
import org.graphgarden.pruner.plan.Decision;
import org.graphgarden.pruner.plan.Kind;
import org.graphgarden.pruner.publish.GitGarden;
import org.graphgarden.pruner.publish.Publication;
import org.graphgarden.pruner.publish.PublishMode;
import org.graphgarden.pruner.publish.PublishedRevision;

/** Compares what a cycle says with what stands in Git. */
record CycleProof(RandomGarden garden, CycleReport report, List<String> before) {
    /** What must hold after every cycle; gives its report. */
    CycleReport holds() throws Exception {
        for (int i = 0; i < report.publications().size(); i++) {
            Publication publication = report.publications().get(i);
            assertThat(commitsOfTheCycle(i)).hasSizeLessThanOrEqualTo(1);
            if (publication.commit() != null) {
                explained(i, publication);
            }
            nothingOfPeopleIsLost(i);
        }
        if (garden.mode() == PublishMode.BRANCH) {
            assertThat(garden.refs())
                    .containsAll(before.stream()
                            .filter(ref -> ref.startsWith("refs/heads/main "))
                            .toList());
        }
        return report;
    }

    private List<RevCommit> commitsOfTheCycle(int repository) throws Exception {
        List<RevCommit> found = new ArrayList<>();
        String trailer = GardenHistory.TRAILER + ": " + garden.mark().trailer() + "\n";
        for (RevCommit commit : garden.repository(repository).git.log().all().call()) {
            if (commit.getFullMessage().contains(trailer)) {
                found.add(commit);
            }
        }
        return found;
    }

    /** The revisions are the files that differ; their decisions are the entries that differ. */
    private void explained(int repository, Publication publication) throws Exception {
        Map<String, byte[]> old = files(repository, publication.base());
        Map<String, byte[]> now = files(repository, Objects.requireNonNull(publication.commit()));
        assertThat(now.keySet()).isEqualTo(old.keySet());
        List<String> changed = now.keySet().stream()
                .filter(path -> !Arrays.equals(old.get(path), now.get(path)))
                .toList();
        assertThat(publication.revisions())
                .extracting(revision -> revision.revision().path())
                .containsExactlyInAnyOrderElementsOf(changed);
        for (PublishedRevision revision : publication.revisions()) {
            String path = revision.revision().path();
            PatternDocument was = read(Objects.requireNonNull(old.get(path)));
            PatternDocument is = read(Objects.requireNonNull(now.get(path)));
            assertThat(is.contentHash()).isEqualTo(was.contentHash());
            explained(was.section().orElse(GardenSection.EMPTY), is.section().orElseThrow(), revision);
        }
    }

    private static void explained(GardenSection was, GardenSection is, PublishedRevision revision) {
        List<Decision> decisions = revision.revision().decisions();
        assertThat(is.lastPruned()).contains(GitGarden.TODAY);
        assertThat(targets(is.links())).doesNotHaveDuplicates();
        List<String> expected = new ArrayList<>(targets(was.links()));
        of(decisions, Kind.LINK, Action.DROP)
                .forEach(decision -> assertThat(expected.remove(decision.id())).isTrue());
        of(decisions, Kind.LINK, Action.PLANT, Action.RECIPROCATE).forEach(decision -> expected.add(decision.id()));
        assertThat(targets(is.links())).containsExactlyInAnyOrderElementsOf(expected);
        long rewritten = of(decisions, Kind.LINK, Action.REWRITE, Action.WEAKEN).count();
        long kept = said(is.links()).stream()
                .filter(new ArrayList<>(said(was.links()))::remove)
                .count();
        long planted =
                of(decisions, Kind.LINK, Action.PLANT, Action.RECIPROCATE).count();
        assertThat(kept + rewritten + planted).isEqualTo(is.links().size());
        added(
                was.communities(),
                is.communities(),
                of(decisions, Kind.COMMUNITY, Action.PLANT).count()
                        - of(decisions, Kind.COMMUNITY, Action.DROP).count());
        added(
                was.entities(),
                is.entities(),
                of(decisions, Kind.ENTITY, Action.PLANT).count()
                        - of(decisions, Kind.ENTITY, Action.DROP).count());
    }

    private static void added(List<? extends SectionEntry> was, List<? extends SectionEntry> is, long more) {
        assertThat(is.size() - was.size()).isEqualTo((int) more);
    }

    private static Stream<Decision> of(List<Decision> decisions, Kind kind, Action... actions) {
        return decisions.stream()
                .filter(decision -> decision.kind() == kind && List.of(actions).contains(decision.action()))
                .sorted(Comparator.comparing(Decision::id));
    }

    private static List<String> targets(List<LinkEntry> links) {
        return links.stream().map(LinkEntry::target).toList();
    }

    /** What links say, wherever they stand. */
    private static List<List<Object>> said(List<LinkEntry> links) {
        return links.stream()
                .map(link -> List.<Object>of(link.target(), link.type(), link.confidence(), link.reason()))
                .toList();
    }

    /** On the branch that is tended, each file says outside its section what people wrote last. */
    private void nothingOfPeopleIsLost(int repository) throws Exception {
        Map<String, byte[]> head =
                files(repository, garden.repository(repository).head("main"));
        for (Map.Entry<String, String> file : garden.written(repository).entrySet()) {
            byte[] wrote = file.getValue().getBytes(UTF_8);
            byte[] stands = Objects.requireNonNull(head.get(file.getKey()), file.getKey());
            if (PatternReader.read(wrote) instanceof ReadResult.Pattern pattern) {
                assertThat(read(stands).contentHash())
                        .isEqualTo(pattern.document().contentHash());
            } else {
                assertThat(stands).isEqualTo(wrote);
            }
        }
    }

    private static PatternDocument read(byte[] bytes) {
        return ((ReadResult.Pattern) PatternReader.read(bytes)).document();
    }

    private Map<String, byte[]> files(int repository, String commit) throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        var git = garden.repository(repository).git.getRepository();
        try (TreeWalk walk = new TreeWalk(git)) {
            walk.setRecursive(true);
            walk.addTree(git.parseCommit(ObjectId.fromString(commit)).getTree());
            while (walk.next()) {
                files.put(walk.getPathString(), git.open(walk.getObjectId(0)).getBytes());
            }
        }
        return files;
    }
}
