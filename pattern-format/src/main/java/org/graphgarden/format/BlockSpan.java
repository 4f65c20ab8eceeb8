package org.graphgarden.format;

/**
 * Where a garden block lies in its file, so that its text can be had again without reading the file as a pattern.
 *
 * @param start offset of its first byte
 * @param end offset behind its last byte
 */
public record BlockSpan(int start, int end) {
    /** Of a file without a block. */
    public static final BlockSpan NONE = new BlockSpan(0, 0);

    public BlockSpan {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("start " + start + ", end " + end + ": no span");
        }
    }

    static BlockSpan of(FrontMatterFences fences, Blueprint blueprint) {
        return blueprint
                .block()
                .map(block -> {
                    String text = blueprint.text();
                    int start = fences.frontStart() + Utf8.encode(text.substring(0, block.start())).length;
                    return new BlockSpan(start, start + Utf8.encode(text.substring(block.start(), block.end())).length);
                })
                .orElse(NONE);
    }

    /** Text of the block in the bytes of its file, to the end of its last line; empty when there is none. */
    public String in(byte[] file) {
        return Utf8.decode(file, start, end);
    }
}
