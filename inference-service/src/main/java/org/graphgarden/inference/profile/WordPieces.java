package org.graphgarden.inference.profile;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tokenizer of uncased BERT models (Devlin et al. 2018): lower case without accents, punctuation apart, then the longest known
 * pieces from the left. Written out here because the usual one brings a native library for what is a page of Java.
 */
final class WordPieces {
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int begin;
    private final int end;

    /** Takes the vocabulary: the number of a piece is its place in the list. */
    WordPieces(List<String> pieces) {
        vocabulary = new HashMap<>(pieces.size() * 2);
        for (int i = 0; i < pieces.size(); i++) {
            vocabulary.put(pieces.get(i), i);
        }
        unknown = number("[UNK]");
        begin = number("[CLS]");
        end = number("[SEP]");
    }

    /** The numbers of a text's pieces between the marks for begin and end; what exceeds the limit is cut off. */
    long[] encode(String text, int limit) {
        List<Integer> ids = new ArrayList<>();
        ids.add(begin);
        for (String word : words(text)) {
            addPieces(word, ids);
            if (ids.size() >= limit) {
                break;
            }
        }
        List<Integer> kept = new ArrayList<>(ids.subList(0, Math.min(ids.size(), limit - 1)));
        kept.add(end);
        return kept.stream().mapToLong(Integer::longValue).toArray();
    }

    private int number(String piece) {
        Integer number = vocabulary.get(piece);
        if (number == null) {
            throw new IllegalArgumentException("vocabulary of " + vocabulary.size() + " pieces lacks " + piece);
        }
        return number;
    }

    private void addPieces(String word, List<Integer> ids) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            ids.add(unknown);
            return;
        }
        List<Integer> pieces = new ArrayList<>();
        int at = 0;
        while (at < word.length()) {
            int stop = word.length();
            Integer piece = null;
            while (stop > at && piece == null) {
                piece = vocabulary.get(at == 0 ? word.substring(0, stop) : "##" + word.substring(at, stop));
                stop -= piece == null ? 1 : 0;
            }
            if (piece == null) {
                ids.add(unknown);
                return;
            }
            pieces.add(piece);
            at = stop;
        }
        ids.addAll(pieces);
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        plain.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (Character.isWhitespace(c) || type == Character.SPACE_SEPARATOR) {
                flush(word, words);
            } else if (isPunctuation(c, type) || isIdeograph(c)) {
                flush(word, words);
                words.add(Character.toString(c));
            } else if (!isSilent(c, type)) {
                word.appendCodePoint(c);
            }
        });
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isSilent(int c, int type) {
        return type == Character.NON_SPACING_MARK
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.UNASSIGNED
                || c == 0xFFFD;
    }

    private static boolean isPunctuation(int c, int type) {
        boolean asciiSign =
                (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
        return asciiSign
                || type == Character.CONNECTOR_PUNCTUATION
                || type == Character.DASH_PUNCTUATION
                || type == Character.START_PUNCTUATION
                || type == Character.END_PUNCTUATION
                || type == Character.INITIAL_QUOTE_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION
                || type == Character.OTHER_PUNCTUATION;
    }

    private static boolean isIdeograph(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x20000 && c <= 0x2CEAF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }
}
