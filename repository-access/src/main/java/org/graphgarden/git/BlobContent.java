package org.graphgarden.git;

/** What reading a blob gave. */
public sealed interface BlobContent {

    /**
     * The content.
     *
     * @param bytes all of it; not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
    record Bytes(byte[] bytes) implements BlobContent {}

    /**
     * The content is over the limit and was not loaded.
     *
     * @param size its size in bytes
     */
    record TooLarge(long size) implements BlobContent {}
}
