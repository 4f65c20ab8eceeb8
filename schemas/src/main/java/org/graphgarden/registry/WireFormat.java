package org.graphgarden.registry;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The Confluent wire format: a magic byte 0, the schema's id as four bytes, big end first, and then the Avro value. */
final class WireFormat {

    static final byte MAGIC = 0;
    static final int HEADER_BYTES = 1 + Integer.BYTES;

    private WireFormat() {}

    static void writeHeader(ByteArrayOutputStream out, int schemaId) {
        out.write(MAGIC);
        out.write(schemaId >>> 24);
        out.write(schemaId >>> 16);
        out.write(schemaId >>> 8);
        out.write(schemaId);
    }

    /**
     * Reads the id in front of a value.
     *
     * @throws IllegalArgumentException when the value does not begin like one in this format
     */
    static int schemaId(byte[] value) {
        if (value.length < HEADER_BYTES) {
            throw new IllegalArgumentException(
                    "the value has " + value.length + " bytes, fewer than its header of " + HEADER_BYTES);
        }
        if (value[0] != MAGIC) {
            throw new IllegalArgumentException("the value begins with " + value[0] + " instead of the magic byte 0");
        }
        return ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
    }
}
