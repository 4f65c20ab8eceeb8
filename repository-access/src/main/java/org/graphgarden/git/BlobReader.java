package org.graphgarden.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** Reads blobs. For one thread at a time; open one for each. */
public final class BlobReader implements AutoCloseable {

    /** Files over this many bytes are refused: 768 KiB. */
    public static final int LIMIT = 768 * 1024;

    private final ObjectReader reader;

    BlobReader(ObjectReader reader) {
        this.reader = reader;
    }

    /**
     * Reads a blob of at most {@link #LIMIT} bytes.
     *
     * @throws UncheckedIOException when it is missing or damaged
     */
    public BlobContent read(String blob) {
        try {
            ObjectLoader loader = reader.open(ObjectId.fromString(blob), Constants.OBJ_BLOB);
            return loader.getSize() > LIMIT
                    ? new BlobContent.TooLarge(loader.getSize())
                    : new BlobContent.Bytes(loader.getCachedBytes(LIMIT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
