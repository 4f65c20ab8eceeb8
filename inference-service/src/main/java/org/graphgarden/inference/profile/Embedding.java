package org.graphgarden.inference.profile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** A sentence embedding: a vector of unit length, or none at all (no dimensions). Immutable. */
public final class Embedding {
    public static final Embedding NONE = new Embedding(new float[0]);

    private static final double SMALLEST_LENGTH = 1e-6;

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

    /** The mean of embeddings of one length, of unit length again; summed in their order, in double. */
    public static Embedding mean(List<Embedding> parts) {
        return unit(sum(parts));
    }

    /** The sum of embeddings of one length, in their order, in double; those of another length than the first do not count. */
    public static double[] sum(List<Embedding> parts) {
        int dimensions = parts.stream()
                .mapToInt(Embedding::dimensions)
                .filter(d -> d > 0)
                .findFirst()
                .orElse(0);
        double[] sum = new double[dimensions];
        for (Embedding part : parts) {
            for (int d = 0; part.values.length == dimensions && d < dimensions; d++) {
                sum[d] += part.values[d];
            }
        }
        return sum;
    }

    /** This less a vector of the same length, of unit length again; {@link #NONE} when nothing is left. */
    public Embedding less(double[] vector) {
        if (vector.length != values.length) {
            return this;
        }
        double[] rest = new double[values.length];
        for (int d = 0; d < rest.length; d++) {
            rest[d] = values[d] - vector[d];
        }
        return unit(rest);
    }

    private static Embedding unit(double[] vector) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        double length = StrictMath.sqrt(squares);
        if (length < SMALLEST_LENGTH) {
            return NONE;
        }
        float[] values = new float[vector.length];
        for (int d = 0; d < values.length; d++) {
            values[d] = (float) (vector[d] / length);
        }
        return new Embedding(values);
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
