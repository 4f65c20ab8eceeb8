package org.graphgarden.format;

/** What can be wrong with a file, how much it matters, and what a person can do about it. */
public enum ProblemCode {
    FILE_TOO_LARGE(Severity.REFUSING, "Split the file, or move data out of it: at most 768 KiB are read."),
    FRONT_MATTER_TOO_LARGE(Severity.REFUSING, "Shorten the front matter: at most 256 KiB are read."),
    FRONT_MATTER_UNCLOSED(Severity.REFUSING, "End the front matter with a line of three dashes."),
    INVALID_UTF8(Severity.REFUSING, "Save the file as UTF-8."),
    INVALID_YAML(Severity.REFUSING, "Correct the YAML at the line named; a YAML linter shows it in context."),
    YAML_LIMIT(Severity.REFUSING, "Use fewer aliases and less nesting: at most 50 of each are read."),
    NOT_A_MAPPING(Severity.REFUSING, "Write the front matter as 'key: value' lines."),
    DUPLICATE_KEY(Severity.REFUSING, "Keep one of the two keys and delete the other."),
    DUPLICATE_BLOCK(Severity.REFUSING, "Keep one graph_garden block and delete the other."),
    BAD_SLUG(Severity.REFUSING, "Use a slug of at most 255 characters without control characters or slashes."),

    FLOW_FRONT_MATTER(Severity.UNSPLICEABLE, "Write the front matter as 'key: value' lines instead of one {…}."),
    MERGE_KEY(Severity.UNSPLICEABLE, "Write out what '<<' merges."),
    BLOCK_ANCHORED(Severity.UNSPLICEABLE, "Remove anchors and aliases (& and *) from the graph_garden block."),
    BLOCK_TAGGED(Severity.UNSPLICEABLE, "Remove tags (!) from the graph_garden block."),
    BLOCK_NOT_A_MAPPING(Severity.UNSPLICEABLE, "Make graph_garden a mapping, or delete it; false opts the file out."),
    BLOCK_MISPLACED(Severity.UNSPLICEABLE, "Begin graph_garden on a line of its own, without '?'."),
    BLOCK_UNINDENTED(Severity.UNSPLICEABLE, "Indent every line of the graph_garden block below its key."),
    LIST_MALFORMED(Severity.UNSPLICEABLE, "Write the list with one '- ' entry after the other and without nesting."),
    ENTRY_MALFORMED(Severity.UNSPLICEABLE, "Give the entry plain 'key: value' fields."),
    ODD_LINE_BREAK(Severity.UNSPLICEABLE, "Use LF or CRLF as line breaks in the front matter."),
    OPTED_OUT(Severity.UNSPLICEABLE, "Delete 'graph_garden: false' if the file should be tended after all."),
    NOT_PROVEN(Severity.UNSPLICEABLE, "Report this file: the change could not be shown to touch nothing else."),

    NO_SLUG(Severity.WARNING, "Give the pattern a slug; until then its id stands for it."),
    NO_TITLE(Severity.WARNING, "Give the pattern a title."),
    BAD_DATE(Severity.WARNING, "Write last_pruned as YYYY-MM-DD, or leave it null."),
    UNKNOWN_KEY(Severity.WARNING, "Check the spelling of the key; it is kept, but not understood."),
    UNREADABLE_ENTRY(Severity.WARNING, "Give the entry a name or the fields of its list."),
    DUPLICATE_ENTRY(Severity.WARNING, "Keep one of the two entries."),
    SELF_LINK(Severity.WARNING, "Delete the link: it points at its own pattern."),
    UNKNOWN_LINK_TYPE(Severity.WARNING, "Use one of the link types, such as complementary."),
    OUT_OF_RANGE(Severity.WARNING, "Use a number greater than 0 and at most 1.");

    /** How far a problem reaches. */
    public enum Severity {
        /** The file is not read at all. */
        REFUSING,
        /** The file is read, but never written. */
        UNSPLICEABLE,
        /** The file is read and written. */
        WARNING
    }

    private final Severity severity;
    private final String remedy;

    ProblemCode(Severity severity, String remedy) {
        this.severity = severity;
        this.remedy = remedy;
    }

    /** How far the problem reaches. */
    public Severity severity() {
        return severity;
    }

    /** What a person can do about it, as one sentence. */
    public String remedy() {
        return remedy;
    }
}
