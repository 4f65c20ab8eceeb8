package org.graphgarden.ingest.read;

import java.util.SortedSet;
import java.util.TreeSet;
import org.graphgarden.events.EntryKind;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.Problem;
import org.graphgarden.format.ProblemCode;
import org.graphgarden.format.ReadResult;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.ingest.change.PatternFile;

/** Reads one file of a commit into what ingest remembers of it. */
final class FileReader {

    private final Planted planted;

    FileReader(Planted planted) {
        this.planted = planted;
    }

    FileReading read(BlobReader reader, FileAt file) {
        BlobContent content = reader.read(file.blob());
        if (content instanceof BlobContent.TooLarge large) {
            return refused(file, new Problem(ProblemCode.FILE_TOO_LARGE, 0, 0, large.size() + " bytes"), large.size());
        }
        byte[] bytes = ((BlobContent.Bytes) content).bytes();
        ReadResult result = PatternReader.read(bytes);
        if (result instanceof ReadResult.Pattern pattern) {
            PatternDocument document = pattern.document();
            return new FileReading.Found(patternFile(file, document, planted.standingIn(document)));
        }
        if (result instanceof ReadResult.Refused refused) {
            return refused(file, refused.problems().get(0), bytes.length);
        }
        ReadResult.NotAPattern other = (ReadResult.NotAPattern) result;
        return new FileReading.Ignored(
                file.path(), LfsPointer.is(bytes) ? IgnoreReason.LFS_POINTER : IgnoreReason.of(other.reason()));
    }

    /** What is remembered of a pattern; {@code ours} are the entries of its section that Graph Garden planted. */
    static PatternFile patternFile(FileAt file, PatternDocument document, SortedSet<SectionRef> ours) {
        String body = document.body();
        return new PatternFile(
                file.path(),
                file.blob(),
                document.slug(),
                document.frontMatter().id(),
                document.contentHash(),
                body.isBlank() ? "" : Hashes.of(body),
                evidence(document, ours));
    }

    /** Entities that people or other tools wrote: the garden's vocabulary is made of them. Or that the file opts out. */
    private static String evidence(PatternDocument document, SortedSet<SectionRef> ours) {
        if (document.optedOut()) {
            return Hashes.of("opted out");
        }
        SortedSet<String> lines = new TreeSet<>();
        for (EntityEntry entity : document.section().orElse(GardenSection.EMPTY).entities()) {
            if (!ours.contains(new SectionRef(EntryKind.ENTITY, entity.key()))) {
                lines.add(String.join(
                        "\t", entity.id(), entity.type(), entity.label(), String.valueOf(entity.relevance())));
            }
        }
        return lines.isEmpty() ? "" : Hashes.of(String.join("\n", lines));
    }

    private static FileReading refused(FileAt file, Problem problem, long size) {
        String message = problem.message() + ". " + problem.remedy();
        return new FileReading.Refused(
                new RefusedFile(file.path(), file.blob(), problem.code().name(), message, problem.line(), size));
    }
}
