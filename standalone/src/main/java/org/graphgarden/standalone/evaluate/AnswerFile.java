package org.graphgarden.standalone.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.graphgarden.inference.evaluation.GoldLink;
import org.graphgarden.inference.evaluation.Judgement;
import org.graphgarden.inference.evaluation.RankBucket;
import org.graphgarden.inference.evaluation.TaggedEntity;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.standalone.library.Library;
import org.jspecify.annotations.Nullable;

/** Reads files of answers, one JSON object a line; whatever cannot be read is refused with its line. */
final class AnswerFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    private AnswerFile(Path file) {
        this.file = file;
    }

    /** Links that people made: {@code source}, {@code target} and, if known, {@code type}. */
    static List<GoldLink> links(Path file) {
        return new AnswerFile(file)
                .read(line -> new GoldLink(required(line, "source"), required(line, "target"), text(line, "type")));
    }

    /**
     * A judged pair and its library.
     *
     * @param library name of the library that it is of; empty when the file names none
     * @param pair the pair and its verdict
     */
    record Judged(String library, Judgement pair) {}

    /**
     * Judged pairs: {@code source}, {@code target}, {@code verdict} (0 to 2), {@code type}, {@code tfidf_rank} (the bucket of ranks
     * it was drawn from) and, when the file is about several, {@code library}.
     */
    static List<Judged> judged(Path file) {
        return new AnswerFile(file)
                .read(line -> new Judged(
                        text(line, "library"),
                        new Judgement(
                                required(line, "source"),
                                required(line, "target"),
                                verdict(line),
                                text(line, "type"),
                                bucket(line))));
    }

    /**
     * A file may hold pairs of several libraries; those of the one that fits best are meant.
     *
     * @param file named in the refusal when no library of the file fits; null when that is nothing to refuse
     */
    static List<Judgement> ofLibrary(List<Judged> judged, Library library, @Nullable Path file) {
        Set<String> slugs = new HashSet<>();
        library.profiles().stream().map(Profile::slug).forEach(slugs::add);
        Map<String, List<Judgement>> byLibrary = judged.stream()
                .collect(Collectors.groupingBy(
                        Judged::library, TreeMap::new, Collectors.mapping(Judged::pair, Collectors.toList())));
        List<Judgement> best = List.of();
        double bestShare = 0.5;
        for (List<Judgement> pairs : byLibrary.values()) {
            double share = pairs.stream()
                            .filter(pair -> slugs.contains(pair.source()) && slugs.contains(pair.target()))
                            .count()
                    / (double) pairs.size();
            if (share > bestShare) {
                best = pairs;
                bestShare = share;
            }
        }
        if (best.isEmpty() && !judged.isEmpty() && file != null) {
            throw new EvaluateException("--judged " + file + " is about other patterns: not half of its pairs are of "
                    + library.name() + "; name the file that was made for this library");
        }
        return best;
    }

    /** Entities of patterns: {@code slug} and {@code entities}, each with {@code label}, {@code type} and {@code relevance}. */
    static SortedMap<String, List<TaggedEntity>> entities(Path file) {
        SortedMap<String, List<TaggedEntity>> entities = new TreeMap<>();
        new AnswerFile(file).read(line -> entities.put(required(line, "slug"), entities(line.path("entities"))));
        return entities;
    }

    private static List<TaggedEntity> entities(JsonNode list) {
        List<TaggedEntity> entities = new ArrayList<>();
        for (JsonNode entity : list) {
            entities.add(new TaggedEntity(
                    required(entity, "label"),
                    text(entity, "type"),
                    entity.path("relevance").asDouble()));
        }
        return entities;
    }

    private <T> List<T> read(Function<JsonNode, T> reader) {
        List<T> read = new ArrayList<>();
        int number = 0;
        try {
            for (String line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank()) {
                    read.add(reader.apply(JSON.readTree(line)));
                }
            }
        } catch (NoSuchFileException e) {
            throw new EvaluateException(file + " does not exist; name a file of answers, one JSON object a line");
        } catch (JsonProcessingException e) {
            throw new EvaluateException(file + ":" + number + ": is not JSON: " + e.getOriginalMessage());
        } catch (CharacterCodingException e) {
            throw new EvaluateException(file + " is not UTF-8; name a file of answers, one JSON object a line");
        } catch (IOException e) {
            throw new EvaluateException(file + " cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new EvaluateException(file + ":" + number + ": " + e.getMessage());
        }
        return read;
    }

    private static String required(JsonNode line, String field) {
        String text = text(line, field);
        if (text.isBlank()) {
            throw new IllegalArgumentException("'" + field + "' is missing; it has to be a text");
        }
        return text;
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).isTextual() ? line.path(field).asText() : "";
    }

    private static int verdict(JsonNode line) {
        JsonNode verdict = line.path("verdict");
        if (!verdict.isIntegralNumber()) {
            throw new IllegalArgumentException("'verdict' is missing; it has to be 0, 1 or 2");
        }
        return verdict.asInt();
    }

    private static RankBucket bucket(JsonNode line) {
        String text = text(line, "tfidf_rank");
        return RankBucket.of(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'tfidf_rank' is '" + text + "'; it has to be a bucket such as 2-3, or rest"));
    }
}
