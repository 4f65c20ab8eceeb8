package org.graphgarden.inference.index;

import java.util.Arrays;
import java.util.List;
import org.graphgarden.inference.profile.Embedding;

/**
 * Embeddings by dimension: exact search adds one dimension after the other to the sums of many documents at once, which the
 * compiler turns into vector instructions without changing the order of any sum. All have one length; one of another length than
 * the first counts as none.
 */
public final class DenseVectors {
    /** Documents that are summed together: their sums stay in the nearest cache. */
    private static final int BLOCK = 2048;

    private static final int AT_ONCE = 4;

    private final Appended<Embedding> embeddings;
    private final int dimensions;
    private final int inBlocks;
    /** By block, dimension and document of the block; dimensions padded with zeros to a multiple of {@link #AT_ONCE}. */
    private final float[][][] blocks;

    DenseVectors(List<Embedding> embeddings) {
        this.embeddings = Appended.of(embeddings);
        dimensions = embeddings.stream()
                .mapToInt(Embedding::dimensions)
                .filter(d -> d > 0)
                .findFirst()
                .orElse(0);
        int padded = (dimensions + AT_ONCE - 1) / AT_ONCE * AT_ONCE;
        inBlocks = embeddings.size();
        blocks = new float[(inBlocks + BLOCK - 1) / BLOCK][padded][];
        for (int block = 0; block < blocks.length; block++) {
            int width = Math.min(BLOCK, inBlocks - block * BLOCK);
            Arrays.setAll(blocks[block], dimension -> new float[width]);
        }
        float[] row = new float[padded];
        for (int document = 0; document < inBlocks; document++) {
            if (has(document)) {
                put(document, row);
            }
        }
    }

    private DenseVectors(DenseVectors before, Appended<Embedding> embeddings) {
        this.embeddings = embeddings;
        dimensions = before.dimensions;
        inBlocks = before.inBlocks;
        blocks = before.blocks;
    }

    /** These and more, which get the next numbers and are compared one by one. */
    DenseVectors with(List<Embedding> more) {
        return new DenseVectors(this, embeddings.with(more));
    }

    private void put(int document, float[] row) {
        embeddings.get(document).copyTo(row);
        for (int dimension = 0; dimension < dimensions; dimension++) {
            blocks[document / BLOCK][dimension][document % BLOCK] = row[dimension];
        }
    }

    /** Writes the cosine of the document with every document; 0 where either has no embedding. */
    public void scores(int document, double[] into) {
        float[] query = row(document);
        float[] sums = new float[Math.min(BLOCK, inBlocks)];
        for (int block = 0; block < blocks.length; block++) {
            Arrays.fill(sums, 0);
            float[][] columns = blocks[block];
            for (int d = 0; d < query.length; d += AT_ONCE) {
                addFour(sums, columns, query, d);
            }
            int first = block * BLOCK;
            for (int i = 0; first + i < inBlocks && i < BLOCK; i++) {
                into[first + i] = sums[i];
            }
        }
        for (int added = inBlocks; added < embeddings.size(); added++) {
            into[added] = cosine(query, row(added));
        }
    }

    /** Adds four dimensions, from the left to the right, so that each sum is loaded and stored once for four products. */
    private static void addFour(float[] sums, float[][] columns, float[] query, int dimension) {
        float a = query[dimension];
        float b = query[dimension + 1];
        float c = query[dimension + 2];
        float d = query[dimension + 3];
        float[] as = columns[dimension];
        float[] bs = columns[dimension + 1];
        float[] cs = columns[dimension + 2];
        float[] ds = columns[dimension + 3];
        for (int i = 0; i < as.length; i++) {
            sums[i] = sums[i] + a * as[i] + b * bs[i] + c * cs[i] + d * ds[i];
        }
    }

    /** Cosine of two documents, bit for bit what {@link #scores} writes. */
    public double cosine(int left, int right) {
        return cosine(row(left), row(right));
    }

    private static float cosine(float[] one, float[] other) {
        float sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += one[d] * other[d];
        }
        return sum;
    }

    /** Whether the document has an embedding. */
    public boolean has(int document) {
        return dimensions > 0 && embeddings.get(document).dimensions() == dimensions;
    }

    /** The document's embedding, padded; zeros when it has none. */
    private float[] row(int document) {
        float[] row = new float[blocks.length == 0 ? 0 : blocks[0].length];
        if (has(document)) {
            embeddings.get(document).copyTo(row);
        }
        return row;
    }
}
