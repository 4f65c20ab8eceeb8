package org.graphgarden.ingest.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Recognises what stands in a repository for a file that Git LFS keeps elsewhere.
 *
 * @see <a href="https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md">the specification</a>
 */
final class LfsPointer {

    private static final byte[] START = "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

    /** Pointers are shorter. */
    private static final int LIMIT = 1024;

    private LfsPointer() {}

    static boolean is(byte[] bytes) {
        return bytes.length >= START.length
                && bytes.length < LIMIT
                && Arrays.equals(bytes, 0, START.length, START, 0, START.length);
    }
}
