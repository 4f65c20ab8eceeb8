package org.graphgarden.pruner.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.TreeChange;
import org.graphgarden.git.TreeStep;
import org.graphgarden.pruner.plan.Lineage;
import org.graphgarden.pruner.plan.Passage;
import org.graphgarden.pruner.plan.Passage.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the history of a branch what became of slugs. Trees are compared by object ids; only files that came or went
 * are read, and of those that changed the ones named like a slug that is looked for.
 */
public final class LineageReader {
    /** How far back a cycle looks. Walking a commit costs about a millisecond in a library of thousands. */
    private static final int MAX_COMMITS = 2_000;

    private static final int MAX_FILES = 20_000;
    private static final int SHORT_ID = 12;

    private final Lineage lineage;
    private final BlobReader blobs;
    private final StopSign stop;
    private int filesRead;

    private LineageReader(Lineage lineage, BlobReader blobs, StopSign stop) {
        this.lineage = lineage;
        this.blobs = blobs;
        this.stop = stop;
    }

    /**
     * Goes back from a commit while the lineage has unresolved slugs, within bounds.
     *
     * @param lineage is told what was found
     */
    public static void read(Site site, String head, Lineage lineage, StopSign stop) {
        if (!lineage.unresolved()) {
            return;
        }
        try (BlobReader blobs = site.mirror().tree(site.filter()).reader()) {
            LineageReader reader = new LineageReader(lineage, blobs, stop);
            site.mirror().history().walkBack(head, site.filter(), MAX_COMMITS, reader::follow);
        }
    }

    private boolean follow(TreeStep step) {
        stop.check();
        List<String> gone = sides(step, TreeChange::before, TreeChange::after);
        if (!gone.isEmpty()) {
            List<String> come = sides(step, TreeChange::after, TreeChange::before);
            lineage.follow(new Passage(step.commit().substring(0, SHORT_ID), traces(gone), traces(come)));
        }
        return lineage.unresolved() && filesRead < MAX_FILES;
    }

    /** Blobs that stand on one side only; what was merely moved keeps its slug. */
    private List<String> sides(
            TreeStep step, Function<TreeChange, @Nullable String> here, Function<TreeChange, @Nullable String> there) {
        Set<String> moved = step.changes().stream()
                .filter(change -> here.apply(change) == null)
                .map(there)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        List<String> blobs = new ArrayList<>();
        for (TreeChange change : step.changes()) {
            String blob = here.apply(change);
            boolean chosen = there.apply(change) == null || lineage.wants(FileState.nameOf(change.path()));
            if (blob != null && chosen && !moved.contains(blob)) {
                blobs.add(blob);
            }
        }
        return blobs;
    }

    private List<Trace> traces(List<String> files) {
        return files.stream().flatMap(blob -> trace(blob).stream()).toList();
    }

    private Optional<Trace> trace(String blob) {
        filesRead++;
        return blobs.read(blob) instanceof BlobContent.Bytes content
                        && PatternReader.read(content.bytes()) instanceof ReadResult.Pattern pattern
                ? Optional.of(trace(pattern.document()))
                : Optional.empty();
    }

    private static Trace trace(PatternDocument document) {
        String body = document.body().strip();
        return new Trace(document.slug(), document.frontMatter().id(), body.isEmpty() ? "" : hash(body));
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
