package org.graphgarden.deadletters;

import static org.graphgarden.events.Stage.GARDEN;
import static org.graphgarden.events.Stage.INGEST;
import static org.graphgarden.events.Stage.PROFILE;
import static org.graphgarden.events.Stage.PRUNE;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.graphgarden.events.Stage;

/**
 * Every reason for a dead letter that this build knows. The name is what stands in the letter; it is a public contract. Readers
 * take codes as an open set, because later builds may write others.
 */
public enum ReasonCode {
    FILE_TOO_LARGE(
            "The file is over 768 KiB.", "Split the file, or move data out of it: at most 768 KiB are read.", INGEST),
    FRONT_MATTER_TOO_LARGE(
            "The front matter is over 256 KiB.", "Shorten the front matter: at most 256 KiB are read.", INGEST),
    FRONT_MATTER_UNCLOSED("The front matter never ends.", "End the front matter with a line of three dashes.", INGEST),
    INVALID_UTF8("The file is not UTF-8.", "Save the file as UTF-8.", INGEST),
    INVALID_YAML(
            "The front matter is not YAML.",
            "Correct the YAML at the line named; a YAML linter shows it in context.",
            INGEST),
    YAML_LIMIT(
            "The front matter has too many aliases or is nested too deeply.",
            "Use fewer aliases and less nesting: at most 50 of each are read.",
            INGEST),
    NOT_A_MAPPING(
            "The front matter is YAML, but has no keys.", "Write the front matter as 'key: value' lines.", INGEST),
    DUPLICATE_KEY("A key stands twice.", "Keep one of the two keys and delete the other.", INGEST),
    DUPLICATE_BLOCK("There are two graph_garden blocks.", "Keep one graph_garden block and delete the other.", INGEST),
    BAD_SLUG(
            "The slug cannot be part of a key.",
            "Use a slug of at most 255 characters without control characters or slashes.",
            INGEST),
    SLUG_TAKEN(
            "Another file has the slug; the first by repository and path stands for it.",
            "Give one of the two files another slug.",
            INGEST),

    FLOW_FRONT_MATTER(
            "The front matter is one flow mapping, which is read, but never written.",
            "Write the front matter as 'key: value' lines instead of one {…}.",
            PRUNE),
    MERGE_KEY("The front matter merges keys ('<<').", "Write out what '<<' merges.", PRUNE),
    BLOCK_ANCHORED(
            "The graph_garden block has anchors or aliases.",
            "Remove anchors and aliases (& and *) from the graph_garden block.",
            PRUNE),
    BLOCK_TAGGED("The graph_garden block has tags.", "Remove tags (!) from the graph_garden block.", PRUNE),
    BLOCK_NOT_A_MAPPING(
            "graph_garden is neither a mapping nor false.",
            "Make graph_garden a mapping, or delete it; false opts the file out.",
            PRUNE),
    BLOCK_MISPLACED("graph_garden shares its line.", "Begin graph_garden on a line of its own, without '?'.", PRUNE),
    BLOCK_UNINDENTED(
            "Lines of the block stand at the margin.",
            "Indent every line of the graph_garden block below its key.",
            PRUNE),
    LIST_MALFORMED(
            "A list of the block cannot be edited.",
            "Write the list with one '- ' entry after the other and without nesting.",
            PRUNE),
    ENTRY_MALFORMED("An entry of the block cannot be edited.", "Give the entry plain 'key: value' fields.", PRUNE),
    ODD_LINE_BREAK(
            "The front matter has line breaks of another kind.",
            "Use LF or CRLF as line breaks in the front matter.",
            PRUNE),
    NOT_PROVEN(
            "It could not be shown that the change touches nothing else, so nothing was written.",
            "Report this file: the change could not be shown to touch nothing else.",
            PRUNE),

    PROFILE_FAILED(
            "A readable file could not be profiled; it counts in its push, and nothing is inferred for it.",
            "Report the file with the message; replay the letter when a newer build runs.",
            PROFILE),
    INFERENCE_FAILED(
            "Nothing could be inferred for a pattern; what was inferred before still stands.",
            "Report the file with the message; replay the letter when a newer build runs.",
            GARDEN),
    RECORD_UNREADABLE(
            "A record's value is damaged, not Avro, or written with a schema that the registry does not know.",
            "If it is yours: mend the registry, or what wrote the record, and replay the letter. Else find out who writes there.",
            INGEST,
            PROFILE,
            GARDEN,
            PRUNE),
    RECORD_INVALID(
            "A record can be read, but says what cannot be, or nothing.",
            "Find out who wrote the record; a replay gives the same letter again.",
            PROFILE,
            GARDEN),
    RECORD_TOO_LARGE(
            "What was made of a record is larger than Kafka takes.",
            "Shorten the file; if the topics allow less than 2 MiB a record, raise max.message.bytes.",
            PROFILE,
            GARDEN),
    PROCESSING_FAILED(
            "A record could not be processed, twice; what it had begun was undone, and it was left out.",
            "Report the message; replay the letter when a newer build runs.",
            PROFILE,
            GARDEN),
    CYCLE_FAILED(
            "A prune cycle could not be run, or its events could not be written.",
            "Mend what the message names; the next cycle makes up for it, or a replay at once.",
            PRUNE),
    PUBLICATION_FAILED(
            "A repository could not be read or written in a cycle.",
            "Mend address, credentials or network; the next cycle makes up for it, or a replay at once.",
            PRUNE),
    PUSH_REJECTED(
            "A repository refused the push of a cycle, or kept moving.",
            "Let the token push, or lift the protection of the branch; the next cycle makes up for it, or a replay at once.",
            PRUNE),
    REQUEST_FAILED(
            "The commit of a cycle stands on its branch, but its pull request could not be opened or brought up to date.",
            "Mend what the message names, often the token; the next cycle makes up for it, or a replay at once.",
            PRUNE),
    FOREIGN_BRANCH(
            "The garden branch holds commits of others, so it was left alone.",
            "Merge or rename the garden branch; the next cycle makes up for it, or a replay at once.",
            PRUNE);

    private final String meaning;
    private final String remedy;
    private final Set<Stage> stages;

    ReasonCode(String meaning, String remedy, Stage... stages) {
        this.meaning = meaning;
        this.remedy = remedy;
        this.stages = Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(stages)));
    }

    /** The code with this name, if this build knows it. */
    public static Optional<ReasonCode> named(String name) {
        return Arrays.stream(values()).filter(code -> code.name().equals(name)).findFirst();
    }

    /** What happened, as one sentence. */
    public String meaning() {
        return meaning;
    }

    /** What a person can do about it, in one or two sentences. */
    public String remedy() {
        return remedy;
    }

    /** The stages that give it. */
    public Set<Stage> stages() {
        return stages;
    }
}
