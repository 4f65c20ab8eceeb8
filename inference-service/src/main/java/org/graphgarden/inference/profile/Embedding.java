package org.graphgarden.inference.profile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A sentence embedding: a vector of unit length, or none at all (no dimensions). Immutable. */
public final class Embedding {
    public static final Embedding NONE = new Embedding(new float[0]);

    private final float[] values;

    private Embedding(float[] values) {
        this.values = values;
    }

    /** Takes a copy of the given values, which must have unit length already. */
    public static Embedding of(float[] values) {
        return values.length == 0 ? NONE : new Embedding(values.clone());
    }

    /** Reads what {@link #toBytes()} wrote. */
    public static Embedding fromBytes(ByteBuffer bytes) {
        if (bytes.remaining() % Float.BYTES != 0) {
            throw new IllegalArgumentException("embedding has " + bytes.remaining() + " bytes, not a multiple of 4");
        }
        var floats = bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        float[] values = new float[floats.remaining()];
        floats.get(values);
        return values.length == 0 ? NONE : new Embedding(values);
    }

    /** 32-bit IEEE 754 floats, little-endian. */
    public ByteBuffer toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes;
    }

    /** Writes the values to the beginning of an array. */
    public void copyTo(float[] into) {
        System.arraycopy(values, 0, into, 0, values.length);
    }

    public int dimensions() {
        return values.length;
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    /** Cosine of two embeddings, summed in index order in double; 0 when either is empty or their dimensions differ. */
    public double cosine(Embedding other) {
        if (values.length != other.values.length) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (double) values[i] * other.values[i];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Embedding[dimensions=" + values.length + "]";
    }
}
