package org.graphgarden.format;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/** Writes a revised section into a file, touching no other byte. Pure. */
public final class Splicer {

    private Splicer() {}

    /**
     * Splices a revised section into a document. Entries that keep their values keep their bytes; entries that come from
     * the document (by their origin) are rewritten where they stand; entries left out go; the others are new.
     *
     * <p>Before a result is given it is proven: the bytes around the block are the same, the front matter re-reads to the
     * same tree but for the block, and splicing again would change nothing.
     *
     * @param document the file as it was read
     * @param revised what its section should say; no date means the date stays as it is
     */
    public static SpliceResult splice(PatternDocument document, GardenSection revised) {
        if (document.section().orElse(GardenSection.EMPTY).equals(revised)) {
            return new SpliceResult.Unchanged();
        }
        Optional<Problem> obstacle = document.obstacle();
        if (obstacle.isPresent()) {
            return new SpliceResult.Refused(obstacle.get());
        }
        try {
            List<Edit> edits = SectionWriter.edits(document.blueprint(), revised);
            return edits.isEmpty() ? new SpliceResult.Unchanged() : proven(document, edits, revised);
        } catch (CannotWrite e) {
            return new SpliceResult.Refused(e.problem());
        }
    }

    /**
     * Takes the section out of a document, with its banner if it has one; every other byte stays.
     *
     * @param document the file as it was read
     */
    public static SpliceResult remove(PatternDocument document) {
        Optional<GardenBlock> block = document.blueprint().block();
        if (block.isEmpty()) {
            return new SpliceResult.Unchanged();
        }
        Optional<Problem> obstacle = document.obstacle();
        if (obstacle.isPresent()) {
            return new SpliceResult.Refused(obstacle.get());
        }
        String before = document.blueprint()
                .text()
                .substring(block.get().start(), block.get().end());
        byte[] result = assemble(document, document.foreignText());
        boolean same = PatternReader.read(result) instanceof ReadResult.Pattern read
                && read.document().section().isEmpty()
                && read.document().contentHash().equals(document.contentHash());
        return same
                ? new SpliceResult.Spliced(result, before, "", BlockSpan.NONE)
                : refused(Lines.number(document.blueprint().text(), block.get().start()), "the rest would not stay");
    }

    private static SpliceResult proven(PatternDocument document, List<Edit> edits, GardenSection revised)
            throws CannotWrite {
        String text = document.blueprint().text();
        Optional<GardenBlock> block = document.blueprint().block();
        // Without a block there is one edit: the insertion.
        int start = block.map(GardenBlock::start).orElse(edits.get(0).start());
        int end = block.map(GardenBlock::end).orElse(start);
        int line = Lines.number(text, start);
        if (edits.stream().anyMatch(edit -> edit.start() < start || edit.end() > end)) {
            return refused(line, "an edit reaches out of the block");
        }
        String after = Edit.apply(edits, text, start, end);
        byte[] result = assemble(document, text.substring(0, start) + after + text.substring(end));
        SpliceProof.Verdict verdict = SpliceProof.of(document, result, start, end, revised);
        if (verdict instanceof SpliceProof.Objection objection) {
            return refused(line, objection.why());
        }
        BlockSpan now = ((SpliceProof.Proven) verdict).block();
        return new SpliceResult.Spliced(result, text.substring(start, end), after, now);
    }

    private static SpliceResult refused(int line, String message) {
        return new SpliceResult.Refused(new Problem(ProblemCode.NOT_PROVEN, line, 0, message));
    }

    private static byte[] assemble(PatternDocument document, String frontMatter) {
        byte[] bytes = document.rawBytes();
        int frontEnd = document.fences().frontEnd();
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 4096);
        out.write(bytes, 0, document.fences().frontStart());
        out.writeBytes(Utf8.encode(frontMatter));
        out.write(bytes, frontEnd, bytes.length - frontEnd);
        return out.toByteArray();
    }
}
