package org.graphgarden.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.graphgarden.format.ReadResult.NotAPattern.Reason;

/** Reads pattern files. Whatever the bytes are, the answer is a value. */
public final class PatternReader {

    /** Files of more bytes are refused. */
    public static final int MAX_FILE_BYTES = 768 * 1024;

    /** Front matter of more bytes is refused. */
    public static final int MAX_FRONT_MATTER_BYTES = 256 * 1024;

    private static final int MAX_SLUG_LENGTH = 255;

    /** Front matter that cannot be read is a pattern's when it has something like one of the keys that make a pattern. */
    private static final Pattern PATTERN_KEY = Pattern.compile("(?:^|[\\s{,\"'])(?:slug|id)[\"']?\\s*:");

    private PatternReader() {}

    /** Reads a file; the bytes must not be changed afterwards. */
    public static ReadResult read(byte[] bytes) {
        Optional<FrontMatterFences> found = FrontMatterFences.find(bytes);
        if (found.isEmpty()) {
            return new ReadResult.NotAPattern(Reason.NO_FRONT_MATTER);
        }
        FrontMatterFences fences = found.get();
        return envelopeProblem(bytes, fences)
                .map(problem -> refusedUnlessForeign(bytes, fences, problem))
                .orElseGet(() -> readFrontMatter(bytes, fences));
    }

    /** Every problem of a file: why it is not read, why it would not be written, and what is doubtful in it. */
    public static List<Problem> validate(byte[] bytes) {
        ReadResult result = read(bytes);
        if (result instanceof ReadResult.Refused refused) {
            return refused.problems();
        }
        if (result instanceof ReadResult.Pattern pattern) {
            List<Problem> problems = new ArrayList<>();
            // Opting out is a wish, not a fault.
            pattern.document()
                    .obstacle()
                    .filter(problem -> problem.code() != ProblemCode.OPTED_OUT)
                    .ifPresent(problems::add);
            problems.addAll(pattern.document().warnings());
            return List.copyOf(problems);
        }
        return List.of();
    }

    private static Optional<Problem> envelopeProblem(byte[] bytes, FrontMatterFences fences) {
        if (bytes.length > MAX_FILE_BYTES) {
            return Optional.of(new Problem(ProblemCode.FILE_TOO_LARGE, 1, 0, bytes.length + " bytes"));
        }
        if (!fences.closed()) {
            return Optional.of(new Problem(ProblemCode.FRONT_MATTER_UNCLOSED, 1, 1, "no closing fence line"));
        }
        int length = fences.frontEnd() - fences.frontStart();
        if (length > MAX_FRONT_MATTER_BYTES) {
            return Optional.of(new Problem(ProblemCode.FRONT_MATTER_TOO_LARGE, 1, 1, length + " bytes"));
        }
        OptionalInt bad = Utf8.firstBadByte(bytes);
        return bad.isPresent() ? Optional.of(badByte(bytes, bad.getAsInt())) : Optional.empty();
    }

    private static Problem badByte(byte[] bytes, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return new Problem(ProblemCode.INVALID_UTF8, line, 0, "byte 0x%02X at offset ".formatted(bytes[at]) + at);
    }

    private static ReadResult readFrontMatter(byte[] bytes, FrontMatterFences fences) {
        String text = Utf8.decode(bytes, fences.frontStart(), fences.frontEnd());
        if (text.isBlank()) {
            return new ReadResult.NotAPattern(Reason.NO_SLUG);
        }
        YamlTree.Composed composed = YamlTree.compose(text);
        if (composed instanceof YamlTree.Bad bad) {
            return refusedUnlessForeign(bytes, fences, bad.problem());
        }
        YamlTree.Tree tree = (YamlTree.Tree) composed;
        Optional<FrontMatter> frontMatter = FrontMatterReader.read(tree.root());
        if (frontMatter.isEmpty()) {
            return new ReadResult.NotAPattern(Reason.NO_SLUG);
        }
        Optional<Problem> badSlug = slugProblem(frontMatter.get().slug());
        if (badSlug.isPresent()) {
            return new ReadResult.Refused(List.of(badSlug.get()));
        }
        return new ReadResult.Pattern(new PatternDocument(bytes, fences, text, tree.root(), frontMatter.get()));
    }

    private static Optional<Problem> slugProblem(String slug) {
        boolean bad = slug.length() > MAX_SLUG_LENGTH
                || slug.indexOf('/') >= 0
                || slug.chars().anyMatch(Character::isISOControl);
        return bad
                ? Optional.of(new Problem(ProblemCode.BAD_SLUG, 1, 0, "slug of " + slug.length() + " characters"))
                : Optional.empty();
    }

    private static ReadResult refusedUnlessForeign(byte[] bytes, FrontMatterFences fences, Problem problem) {
        int end = Math.min(fences.frontEnd(), fences.frontStart() + MAX_FRONT_MATTER_BYTES);
        String front = Utf8.decode(bytes, fences.frontStart(), end);
        return PATTERN_KEY.matcher(front).find()
                ? new ReadResult.Refused(List.of(problem))
                : new ReadResult.NotAPattern(Reason.UNREADABLE_FRONT_MATTER);
    }
}
