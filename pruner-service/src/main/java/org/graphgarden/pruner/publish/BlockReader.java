package org.graphgarden.pruner.publish;

import org.graphgarden.format.BlockSpan;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;

/** Reads the garden blocks of revised files from the clone that the cycle worked in. For one thread at a time. */
public final class BlockReader implements AutoCloseable {
    private final BlobReader blobs;

    private BlockReader(BlobReader blobs) {
        this.blobs = blobs;
    }

    /** Opens a reader for a repository's revisions; its clone has to stay open. */
    public static BlockReader of(Site site) {
        return new BlockReader(site.mirror().tree(site.filter()).reader());
    }

    /** Text of the block before; empty when there was none. */
    public String before(PublishedRevision revision) {
        return block(revision.before(), revision.blockBefore());
    }

    /** Text of the block after. */
    public String after(PublishedRevision revision) {
        return block(revision.after(), revision.blockAfter());
    }

    private String block(String blob, BlockSpan span) {
        return !span.equals(BlockSpan.NONE) && blobs.read(blob) instanceof BlobContent.Bytes content
                ? span.in(content.bytes())
                : "";
    }

    @Override
    public void close() {
        blobs.close();
    }
}
