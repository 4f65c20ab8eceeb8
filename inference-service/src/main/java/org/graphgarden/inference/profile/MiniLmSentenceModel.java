package org.graphgarden.inference.profile;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The sentence model all-MiniLM-L6-v2, quantised: 384 dimensions, the first 128 word pieces of a text, mean pooling. Model and
 * vocabulary come from the langchain4j artifacts; nothing is fetched. Every text runs alone, so its result depends on nothing else.
 */
public final class MiniLmSentenceModel implements SentenceModel, AutoCloseable {
    private static final String NAME = "all-minilm-l6-v2-q-128";
    private static final int MAX_PIECES = 128;

    private final WordPieces pieces;
    private final OrtEnvironment environment;
    private final OrtSession.SessionOptions options;
    private final OrtSession session;

    /**
     * Loads the model.
     *
     * @param threads threads inside one computation, at least 1; 1 is best when several threads call
     */
    public MiniLmSentenceModel(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: " + threads);
        }
        pieces = new WordPieces(vocabulary());
        try {
            environment = NativeRuntime.environment();
            options = new OrtSession.SessionOptions();
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            // A thread that spins while it waits steals the core from the other callers.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = environment.createSession(model(), options);
        } catch (OrtException failure) {
            throw new IllegalStateException("the sentence model " + NAME + " cannot be loaded", failure);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Embedding embed(String text) {
        long[] ids = pieces.encode(text, MAX_PIECES);
        long[] mask = new long[ids.length];
        Arrays.fill(mask, 1);
        try (OnnxTensor input = OnnxTensor.createTensor(environment, new long[][] {ids});
                OnnxTensor attention = OnnxTensor.createTensor(environment, new long[][] {mask});
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[][] {new long[ids.length]});
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", attention, "token_type_ids", types))) {
            float[][][] states = (float[][][]) result.get(0).getValue();
            return Embedding.of(unitMean(states[0]));
        } catch (OrtException failure) {
            throw new IllegalStateException("the sentence model " + NAME + " failed on a text", failure);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
            options.close();
        } catch (OrtException failure) {
            throw new IllegalStateException("the sentence model " + NAME + " cannot be closed", failure);
        }
    }

    private static float[] unitMean(float[][] states) {
        double[] sum = new double[states[0].length];
        for (float[] state : states) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += state[i];
            }
        }
        double squares = 0;
        for (double value : sum) {
            squares += value * value;
        }
        double length = StrictMath.sqrt(squares);
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = length == 0 ? 0 : (float) (sum[i] / length);
        }
        return mean;
    }

    private static byte[] model() {
        try (InputStream in = resource("/all-minilm-l6-v2-q.onnx")) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> vocabulary() {
        try (InputStream in = resource("/bert-vocabulary-en.txt")) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static InputStream resource(String name) {
        InputStream in = MiniLmSentenceModel.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("resource " + name + " is missing from the class path");
        }
        return in;
    }
}
