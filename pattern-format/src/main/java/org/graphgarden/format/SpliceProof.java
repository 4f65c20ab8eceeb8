package org.graphgarden.format;

import java.util.Arrays;
import java.util.Optional;

/**
 * Shows of a spliced file that nothing but its garden block changed. Trusts neither the writer nor its idea of where the
 * block lies: the result is read anew.
 */
final class SpliceProof {

    private final PatternDocument original;
    private final byte[] result;

    private SpliceProof(PatternDocument original, byte[] result) {
        this.original = original;
        this.result = result;
    }

    /** What came of it. */
    sealed interface Verdict {}

    /** Why the result must not be used. */
    record Objection(String why) implements Verdict {}

    /** Everything holds, and this is where the block lies in the result. */
    record Proven(BlockSpan block) implements Verdict {}

    /**
     * Whether the result may be used.
     *
     * @param original the file as it was
     * @param result the file as it would be
     * @param start offset in the front matter text at which the change begins
     * @param end offset behind what was changed in the original's text
     * @param revised what the section should say
     */
    static Verdict of(PatternDocument original, byte[] result, int start, int end, GardenSection revised) {
        SpliceProof proof = new SpliceProof(original, result);
        return proof.sameAround(start, end)
                ? proof.meaning(start, end, revised)
                : new Objection("bytes outside the block would change");
    }

    private boolean sameAround(int start, int end) {
        byte[] before = original.rawBytes();
        String text = original.blueprint().text();
        int head = original.fences().frontStart() + Utf8.encode(text.substring(0, start)).length;
        int tail = before.length - head - bytesOf(text, start, end);
        return head + tail <= result.length
                && Arrays.equals(before, 0, head, result, 0, head)
                && Arrays.equals(
                        before, before.length - tail, before.length, result, result.length - tail, result.length);
    }

    private static int bytesOf(String text, int start, int end) {
        return Utf8.encode(text.substring(start, end)).length;
    }

    private Verdict meaning(int start, int end, GardenSection revised) {
        Optional<FrontMatterFences> fences = FrontMatterFences.find(result);
        if (fences.isEmpty() || !fences.get().closed() || tooLarge(fences.get())) {
            return new Objection("the result would be too large or have other fences");
        }
        String text =
                Utf8.decode(result, fences.get().frontStart(), fences.get().frontEnd());
        if (!(YamlTree.compose(text) instanceof YamlTree.Tree after)
                || !TreeComparison.sameBut(GardenBlock.KEY, original.root(), after.root())) {
            return new Objection("the front matter would say something else");
        }
        Blueprint blueprint = Blueprint.of(text, after.root());
        int grown = text.length() - original.blueprint().text().length();
        if (blueprint.obstacle().isPresent() || !liesIn(blueprint.block(), start, end + grown)) {
            return new Objection("the block would lie elsewhere");
        }
        return settled(blueprint, revised)
                ? new Proven(BlockSpan.of(fences.get(), blueprint))
                : new Objection("a second splice would change something");
    }

    private boolean tooLarge(FrontMatterFences fences) {
        return result.length > PatternReader.MAX_FILE_BYTES
                || fences.frontEnd() - fences.frontStart() > PatternReader.MAX_FRONT_MATTER_BYTES;
    }

    private static boolean liesIn(Optional<GardenBlock> block, int start, int end) {
        return block.isPresent() && block.get().start() >= start && block.get().end() <= end;
    }

    private static boolean settled(Blueprint blueprint, GardenSection revised) {
        try {
            return SectionWriter.edits(blueprint, revised).isEmpty();
        } catch (CannotWrite e) {
            return false;
        }
    }
}
