package org.graphgarden.standalone.undo;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.graphgarden.events.EntryKind;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.format.SpliceResult;
import org.graphgarden.format.Splicer;
import org.graphgarden.git.TextMerge;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what a commit did to one file's section: the old bytes where nothing happened since, else line by line, and where lines
 * contradict each other entry by entry. Nothing but the section changes. Pure.
 */
final class FileUndo {
    private FileUndo() {}

    /** What comes of it. */
    sealed interface Result {
        /** The file as it is to be. */
        @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
        record Undone(byte[] bytes, String how) implements Result {}

        /** There is nothing of it left to undo. */
        record Nothing() implements Result {}

        /** It is left alone. */
        record Left(String why) implements Result {}
    }

    /**
     * The file without what the commit did.
     *
     * @param before content before the commit; null when there was no file
     * @param cycle content as the commit left it
     * @param now content as it stands
     * @param stewards whether a steward wrote an entry of it as it stands
     */
    static Result of(byte @Nullable [] before, byte[] cycle, byte[] now, BiPredicate<EntryKind, String> stewards) {
        PatternDocument old = before == null ? null : document(before);
        PatternDocument made = document(cycle);
        PatternDocument stands = document(now);
        if (old == null || made == null) {
            return new Result.Left("it was no readable pattern before or after the cycle");
        }
        if (stands == null) {
            return new Result.Left("its front matter cannot be read now; `garden validate` says why");
        }
        if (old.section().equals(made.section()) && Arrays.equals(old.bytes(), made.bytes())) {
            return new Result.Nothing();
        }
        if (stands.optedOut() || stands.section().isEmpty()) {
            return old.section().isEmpty() && !stands.optedOut()
                    ? new Result.Nothing()
                    : new Result.Left("its section was taken out since");
        }
        boolean only = old.contentHash().equals(made.contentHash());
        if (only && Arrays.equals(cycle, now)) {
            return new Result.Undone(old.bytes(), "as it was");
        }
        return lines(old, made, stands, only).orElseGet(() -> entries(old, made, stands, stewards));
    }

    private static Optional<Result> lines(
            PatternDocument old, PatternDocument made, PatternDocument stands, boolean only) {
        if (!only) {
            return Optional.empty();
        }
        byte[] now = stands.bytes();
        return TextMerge.merge(made.bytes(), now, old.bytes())
                .filter(merged -> isSound(merged, stands))
                .map(merged -> Arrays.equals(merged, now)
                        ? new Result.Nothing()
                        : new Result.Undone(merged, "beside later changes"));
    }

    private static boolean isSound(byte[] merged, PatternDocument stands) {
        PatternDocument result = document(merged);
        return result != null
                && result.obstacle().isEmpty()
                && result.contentHash().equals(stands.contentHash());
    }

    private static Result entries(
            PatternDocument old,
            PatternDocument made,
            PatternDocument stands,
            BiPredicate<EntryKind, String> stewards) {
        GardenSection section = SectionUndo.of(section(old), section(made), section(stands), stewards);
        boolean bare = section.entities().isEmpty()
                && section.communities().isEmpty()
                && section.links().isEmpty();
        SpliceResult spliced =
                bare && old.section().isEmpty() ? Splicer.remove(stands) : Splicer.splice(stands, section);
        if (spliced instanceof SpliceResult.Spliced done) {
            return new Result.Undone(done.bytes(), "entry by entry");
        }
        return spliced instanceof SpliceResult.Refused refused
                ? new Result.Left(reason(refused))
                : new Result.Nothing();
    }

    /** Why a file is left alone that cannot be written safely. */
    static String reason(SpliceResult.Refused refused) {
        return "line " + refused.problem().line() + ": " + refused.problem().message();
    }

    private static GardenSection section(PatternDocument document) {
        return document.section().orElse(GardenSection.EMPTY);
    }

    private static @Nullable PatternDocument document(byte[] bytes) {
        return PatternReader.read(bytes) instanceof ReadResult.Pattern pattern ? pattern.document() : null;
    }
}
