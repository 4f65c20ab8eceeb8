package org.graphgarden.standalone.cycles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graphgarden.git.CommitStory;
import org.graphgarden.git.GardenHistory;
import org.graphgarden.ingest.feedback.Reverts;
import org.graphgarden.standalone.tended.OpenRepository;
import org.graphgarden.standalone.tended.Tended;

/** Finds the cycles of a repository in its history: by the trailers of its commits and by what takes them back. */
public final class CycleHistory {
    // As everywhere, not only in the last paragraph: a squash buries the trailers of what it holds.
    private static final Pattern CYCLE =
            Pattern.compile("(?dmi)^[ \\t]*" + GardenHistory.TRAILER + ":[ \\t]*(\\S.*?)[ \\t\\r]*$");

    private final OpenRepository repository;
    private final GardenHistory history;
    private final List<CommitStory> told;
    private final List<TakenBack> takenBack;

    /** A commit that takes others back and was not taken back itself. */
    private record TakenBack(CommitStory by, Set<String> commits) {}

    private CycleHistory(OpenRepository repository, String head) {
        this.repository = repository;
        this.history = repository.mirror().history();
        this.told = history.stories(List.of(head), List.of());
        this.takenBack = takenBack();
    }

    /**
     * The cycles that left a commit, newest first: those of the garden when it was called by its name, else of every garden.
     *
     * @param head the followed branch, as it was fetched
     */
    public static List<PastCycle> of(Tended tended, OpenRepository repository, String head) {
        return new CycleHistory(repository, head)
                .cycles(head).stream()
                        .filter(cycle -> tended.means(cycle.garden()))
                        .toList();
    }

    private List<PastCycle> cycles(String head) {
        Map<String, List<CommitStory>> merged = new LinkedHashMap<>();
        told.forEach(story -> cyclesOf(story).forEach(cycle -> merged.computeIfAbsent(cycle, none -> new ArrayList<>())
                .add(0, story)));
        Map<String, SortedMap<String, CommitStory>> proposed = new LinkedHashMap<>();
        repository.mirror().gardenHeads().forEach((branch, tip) -> history.stories(List.of(tip), List.of(head))
                .forEach(story -> cyclesOf(story)
                        .forEach(cycle -> proposed.computeIfAbsent(cycle, none -> new TreeMap<>())
                                .put(branch, story))));
        Set<String> all = new LinkedHashSet<>(merged.keySet());
        all.addAll(proposed.keySet());
        return all.stream()
                .map(cycle -> cycle(
                        cycle, merged.getOrDefault(cycle, List.of()), proposed.getOrDefault(cycle, new TreeMap<>())))
                .sorted(Comparator.comparing(PastCycle::time)
                        .thenComparing(PastCycle::cycle)
                        .reversed())
                .toList();
    }

    private PastCycle cycle(String cycle, List<CommitStory> merged, SortedMap<String, CommitStory> branches) {
        Optional<CommitStory> reverted = merged.stream().findFirst().flatMap(newest -> takenBack.stream()
                .filter(each -> each.commits().contains(newest.note().commit()))
                .map(TakenBack::by)
                .findFirst());
        return new PastCycle(repository.name(), cycle, merged, branches, reverted);
    }

    /** Newest first: whoever is taken back by a later one takes back nothing. */
    private List<TakenBack> takenBack() {
        List<TakenBack> found = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = told.size() - 1; i >= 0; i--) {
            CommitStory story = told.get(i);
            Optional<Reverts> reverts = taken.contains(story.note().commit()) ? Optional.empty() : Reverts.of(story);
            if (reverts.isPresent()) {
                Set<String> commits = meant(reverts.get(), told.subList(0, i));
                taken.addAll(commits);
                found.add(new TakenBack(story, commits));
            }
        }
        return found;
    }

    private Set<String> meant(Reverts reverts, Collection<CommitStory> earlier) {
        Set<String> commits = new HashSet<>();
        for (CommitStory story : earlier) {
            if (reverts.means(story)) {
                commits.add(story.note().commit());
                List<String> parents = story.parents();
                if (parents.size() > 1) {
                    history.stories(parents.subList(1, parents.size()), parents.subList(0, 1))
                            .forEach(brought -> commits.add(brought.note().commit()));
                }
            }
        }
        return commits;
    }

    private static Set<String> cyclesOf(CommitStory story) {
        Set<String> cycles = new LinkedHashSet<>();
        Matcher matcher = CYCLE.matcher(story.message());
        while (story.note().byGarden() && matcher.find()) {
            cycles.add(matcher.group(1));
        }
        return cycles;
    }
}
