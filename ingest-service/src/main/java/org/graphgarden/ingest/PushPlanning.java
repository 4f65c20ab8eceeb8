package org.graphgarden.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.PassedOver;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.TreeChange;
import org.graphgarden.git.TreeFile;
import org.graphgarden.ingest.change.ChangePlanner;
import org.graphgarden.ingest.change.GardenTable;
import org.graphgarden.ingest.change.Published;
import org.graphgarden.ingest.change.RepositoryTable;
import org.graphgarden.ingest.change.SlugConflict;
import org.graphgarden.ingest.feedback.PatternNames;
import org.graphgarden.ingest.feedback.RepositoryFeedback;
import org.graphgarden.ingest.read.BlobWork;
import org.graphgarden.ingest.read.CommitReader;
import org.graphgarden.ingest.read.FileAt;
import org.graphgarden.ingest.read.TreeReading;

/** Works out what the push of a repository to a commit is to say. Changes nothing that is published. */
final class PushPlanning {

    private final GardenState garden;
    private final BlobWork work;
    private final IngestListener listener;

    PushPlanning(GardenState garden, BlobWork work, IngestListener listener) {
        this.garden = garden;
        this.work = work;
        this.listener = listener;
    }

    /** @param again files that are looked at and told of in any case */
    PlannedPush plan(RepositoryState state, String target, List<FileHint> again) {
        BareClone clone = state.git();
        // Without a commit to compare with, everything is looked at.
        String base = state.tableFromCommit() ? state.base() : PatternTree.NOTHING;
        List<String> looked = new ArrayList<>();
        List<FileAt> files = new ArrayList<>();
        SortedMap<String, PassedOver> passed = new TreeMap<>();
        for (TreeChange change : clone.tree(state.filter()).diff(base, target, passed::put)) {
            looked.add(change.path());
            if (change.after() != null) {
                files.add(new FileAt(change.path(), change.after()));
            }
        }
        Set<String> asked = paths(state, again);
        if (!asked.isEmpty()) {
            for (TreeFile file : clone.tree(state.filter()).list(target)) {
                if (asked.contains(file.path()) && !looked.contains(file.path())) {
                    looked.add(file.path());
                    files.add(new FileAt(file.path(), file.blob()));
                }
            }
        }
        CommitReader reader = CommitReader.of(clone, target, state.filter(), state.planted(), work);
        String gardenName = garden.garden().name();
        TreeReading reading = reader.read(files, done -> listener.reading(gardenName, state.name(), done, files.size()))
                .and(passed);
        RepositoryTable before = state.tableFromCommit() ? state.table() : RepositoryTable.empty(state.name());
        RepositoryTable read = before.with(looked, reading.found());
        RepositoryFeedback feedback =
                state.feedback().at(clone, target, clone.gardenHeads(), PatternNames.of(read), work);
        RepositoryTable table = read.withFeedback(StandingFeedback.hashes(feedback));
        GardenTable desired = garden.desiredWith(state, table);
        Predicate<String> owns = slug -> {
            Published winner = desired.winners().get(slug);
            return winner != null && winner.repository().equals(state.name());
        };
        return new PlannedPush(
                clone.history().commit(target),
                table,
                ChangePlanner.plan(garden.published(), desired, state.name()).telling(state.name(), asked),
                reading,
                newConflicts(desired, state.name(), asked),
                reader.planted(),
                feedback,
                garden.feedback().moves(state.name(), feedback, owns));
    }

    private static Set<String> paths(RepositoryState state, List<FileHint> again) {
        Set<String> paths = new HashSet<>();
        for (FileHint file : again) {
            if (!file.path().isEmpty()) {
                paths.add(file.path());
            } else {
                state.table().files().values().stream()
                        .filter(known -> known.slug().equals(file.slug()))
                        .forEach(known -> paths.add(known.path()));
            }
        }
        return paths;
    }

    private List<SlugConflict> newConflicts(GardenTable desired, String repository, Set<String> asked) {
        Set<SlugConflict> known = new HashSet<>(garden.desired().conflicts());
        return desired.conflicts().stream()
                .filter(conflict -> !known.contains(conflict)
                        || (conflict.repository().equals(repository)
                                && asked.contains(conflict.file().path())))
                .toList();
    }
}
