package org.graphgarden.format;

/** What became of splicing a revised section into a file. */
public sealed interface SpliceResult {

    /**
     * The file with its revised block, proven to differ in nothing else.
     *
     * @param bytes the whole file
     * @param before the block's text as it was; empty when the file had none
     * @param after the block's text as it is now
     * @param block where the block lies now
     */
    record Spliced(byte[] bytes, String before, String after, BlockSpan block) implements SpliceResult {}

    /** The file says already what the revision says. */
    record Unchanged() implements SpliceResult {}

    /**
     * The file is left alone, because the change could not be shown to be safe.
     *
     * @param problem why
     */
    record Refused(Problem problem) implements SpliceResult {}
}
