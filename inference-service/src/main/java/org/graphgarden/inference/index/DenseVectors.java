package org.graphgarden.inference.index;

import java.nio.ByteOrder;
import java.util.List;
import org.graphgarden.inference.profile.Embedding;

/** Embeddings side by side: exact search by a scan of all. Sums run in index order in double. */
public final class DenseVectors {
    private final float[][] rows;

    DenseVectors(List<Embedding> embeddings) {
        rows = new float[embeddings.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = floats(embeddings.get(i));
        }
    }

    /** Writes the cosine of the document with every document; 0 where either has no embedding. */
    public void scores(int document, double[] into) {
        double[] query = widened(rows[document]);
        for (int i = 0; i < rows.length; i++) {
            into[i] = rows[i].length == query.length ? dot(query, rows[i]) : 0;
        }
    }

    /** Cosine of two documents, bit for bit what {@link #scores} writes. */
    public double cosine(int left, int right) {
        return rows[left].length == rows[right].length ? dot(widened(rows[left]), rows[right]) : 0;
    }

    /** Whether the document has an embedding. */
    public boolean has(int document) {
        return rows[document].length > 0;
    }

    /** Four independent sums let the processor overlap what one sum would serialise. */
    private static double dot(double[] left, float[] right) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < left.length; i += 4) {
            a += left[i] * right[i];
            b += left[i + 1] * right[i + 1];
            c += left[i + 2] * right[i + 2];
            d += left[i + 3] * right[i + 3];
        }
        for (; i < left.length; i++) {
            a += left[i] * right[i];
        }
        return a + b + (c + d);
    }

    private static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    private static float[] floats(Embedding embedding) {
        float[] values = new float[embedding.dimensions()];
        embedding.toBytes().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}
