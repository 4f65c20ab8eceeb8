package org.graphgarden.standalone.library;

import java.util.Set;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.Problem;
import org.graphgarden.format.ProblemCode;
import org.graphgarden.format.ReadResult;
import org.graphgarden.inference.profile.Feedback;
import org.graphgarden.standalone.tend.Refused;

/** What looking at one Markdown file gave. */
sealed interface LibraryFile {

    /**
     * It is a pattern.
     *
     * @param path path inside the library, with forward slashes
     * @param document what stands in it
     * @param planted ids (or labels) of the entities that Graph Garden planted in it
     * @param feedback what stewards' edits take away from it
     */
    record Pattern(String path, PatternDocument document, Set<String> planted, Feedback feedback)
            implements LibraryFile {
        Pattern with(Feedback said) {
            return new Pattern(path, document, planted, said);
        }
    }

    /**
     * It means to be a pattern but cannot be read.
     *
     * @param file which, and why
     */
    record Unreadable(Refused file) implements LibraryFile {}

    /** It is something else. */
    enum Other implements LibraryFile {
        OTHER
    }

    /** Tells what the document of a file has planted in it. */
    interface PlantedEntities {
        Set<String> in(PatternDocument document);
    }

    static LibraryFile of(String path, byte[] content, PlantedEntities planted) {
        ReadResult result = PatternReader.read(content);
        if (result instanceof ReadResult.Pattern pattern) {
            return new Pattern(path, pattern.document(), planted.in(pattern.document()), Feedback.NONE);
        }
        return result instanceof ReadResult.Refused refused
                ? unreadable(path, refused.problems().get(0))
                : Other.OTHER;
    }

    static LibraryFile tooLarge(String path, long size) {
        return unreadable(path, new Problem(ProblemCode.FILE_TOO_LARGE, 0, 0, size + " bytes"));
    }

    private static LibraryFile unreadable(String path, Problem problem) {
        String message = problem.message() + ". " + problem.remedy();
        return new Unreadable(new Refused(path, problem.line(), problem.code().name(), message));
    }
}
