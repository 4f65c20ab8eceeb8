package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.graphgarden.inference.index.Appended;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.index.Patterns;
import org.graphgarden.inference.text.Packed;

/**
 * What reading every text of the garden once tells: who mentions whom, and the words of each in order. It needs no index and may be
 * built beside one. Immutable when built.
 */
public final class ReadTexts {
    private final Patterns patterns;
    private final WordNumbers numbers;
    private final PhraseEdges edges;
    private final WordRoles roles;
    private final Capitals capitals;
    private final Names names;
    private final Appended<ReadText> texts;
    private final Mentions mentions;

    /** Patterns of a garden up to which words are held as they are; of more they would fill the memory, and are packed. */
    private static final int MOST_OPEN = 10_000;

    private ReadTexts(
            Patterns patterns,
            WordNumbers numbers,
            PhraseEdges edges,
            WordRoles roles,
            Capitals capitals,
            Names names,
            Appended<ReadText> texts,
            Mentions mentions) {
        this.patterns = patterns;
        this.numbers = numbers;
        this.edges = edges;
        this.roles = roles;
        this.capitals = capitals;
        this.names = names;
        this.texts = texts;
        this.mentions = mentions;
    }

    /** Reads all texts: about a millisecond a pattern. */
    public static ReadTexts of(Patterns patterns) {
        WordNumbers numbers = new WordNumbers();
        Names names = new Names(patterns, numbers);
        Capitals capitals = new Capitals();
        Reading reading = Reading.of(patterns, 0, numbers, names, capitals);
        numbers.freeze();
        PhraseEdges edges = new PhraseEdges(numbers);
        WordRoles roles = WordRoles.of(
                numbers, () -> reading.tokens.stream().map(Supplier::get).iterator());
        Mentions mentions = Mentions.of(patterns, reading.mentions);
        capitals.freeze();
        return new ReadTexts(
                patterns, numbers, edges, roles, capitals, names, Appended.of(reading.texts(edges)), mentions);
    }

    /** These texts after a change; names and words are those that the epoch was opened with. */
    ReadTexts with(Patterns changed) {
        Reading reading = Reading.of(changed, patterns.size(), numbers, names, capitals);
        return new ReadTexts(
                changed,
                numbers,
                edges,
                roles,
                capitals,
                names,
                texts.with(reading.texts(edges)),
                mentions.with(changed, reading.mentions));
    }

    Mentions mentions() {
        return mentions;
    }

    ReadText text(int pattern) {
        return texts.get(pattern);
    }

    PhraseWeights weights(PatternIndex index) {
        return new PhraseWeights(index, numbers, edges, roles, capitals);
    }

    /** What the pattern may share with others. */
    SharedPhrases phrasesOf(int pattern, PhraseWeights weights) {
        PatternText text = PatternText.of(patterns.profile(pattern));
        return new SharedPhrases(text, texts.get(pattern), numbers.size(), weights);
    }

    /** What was read of the patterns from one number on. Where phrases begin is known only when all words are. */
    private record Reading(
            List<Supplier<int[]>> tokens,
            List<ReadText.Lead> leads,
            List<MarkedPhrases> marked,
            List<Map<Integer, Mention>> mentions) {
        static Reading of(Patterns patterns, int from, WordNumbers numbers, Names names, Capitals capitals) {
            Reading reading = new Reading(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            Tokens tokens = new Tokens();
            for (int pattern = from; pattern < patterns.size(); pattern++) {
                PatternText text = PatternText.of(patterns.profile(pattern));
                tokens.read(text.text(), numbers);
                int[] folded = numbers.folded(tokens);
                capitals.count(text.text(), tokens, folded);
                reading.tokens.add(patterns.size() > MOST_OPEN ? packed(folded) : () -> folded);
                reading.leads.add(ReadText.Lead.of(text, tokens));
                reading.mentions.add(names.in(text, tokens, patterns.origin(pattern)));
                reading.marked.add(MarkedPhrases.of(patterns.profile(pattern), numbers));
            }
            return reading;
        }

        private static Supplier<int[]> packed(int[] folded) {
            byte[] packed = Packed.of(folded);
            return () -> Packed.numbers(packed);
        }

        List<ReadText> texts(PhraseEdges edges) {
            return IntStream.range(0, tokens.size())
                    .mapToObj(i -> new ReadText(
                            tokens.get(i), edges.beginnings(tokens.get(i).get()), leads.get(i), marked.get(i)))
                    .toList();
        }
    }
}
