package org.graphgarden.pruner.publish;

import java.util.Optional;
import org.graphgarden.format.CuratedRelation;
import org.graphgarden.format.FrontMatter;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.Problem;
import org.graphgarden.format.ProblemCode;
import org.graphgarden.format.ReadResult;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.TreeFile;
import org.graphgarden.pruner.plan.SectionState;
import org.graphgarden.pruner.plan.SectionState.Form;
import org.graphgarden.pruner.plan.SectionState.Subject;

/**
 * What one file is to the pruner; a function of repository, path and content. A file that is no pattern has neither
 * section nor refusal; one that can be read but must not be written has both.
 *
 * @param path path inside the repository
 * @param blob Git object id of the content
 * @param section what it holds, if it is a readable pattern
 * @param refusal why it is left alone, if it is
 */
public record FileState(String path, String blob, Optional<SectionState> section, Optional<RefusedFile> refusal) {

    static FileState of(String repository, TreeFile file, BlobContent content) {
        if (content instanceof BlobContent.TooLarge large) {
            return refused(repository, file, new Problem(ProblemCode.FILE_TOO_LARGE, 0, 0, large.size() + " bytes"));
        }
        ReadResult result = PatternReader.read(((BlobContent.Bytes) content).bytes());
        if (result instanceof ReadResult.Refused refused) {
            return refused(repository, file, refused.problems().get(0));
        }
        if (result instanceof ReadResult.Pattern pattern) {
            return pattern(repository, file, pattern.document());
        }
        return new FileState(file.path(), file.blob(), Optional.empty(), Optional.empty());
    }

    /** Name of a file without folders and ending: the slug that it presumably has. */
    static String nameOf(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The slug that it presumably has. */
    public String name() {
        return nameOf(path);
    }

    private static FileState pattern(String repository, TreeFile file, PatternDocument document) {
        Optional<RefusedFile> refusal = document.obstacle()
                .filter(problem -> problem.code() != ProblemCode.OPTED_OUT)
                .map(problem -> RefusedFile.of(repository, file.path(), problem));
        FrontMatter front = document.frontMatter();
        SectionState section = new SectionState(
                front.slug(),
                front.id(),
                repository,
                file.path(),
                form(document),
                document.section().orElse(GardenSection.EMPTY),
                front.curated().stream().map(CuratedRelation::target).toList(),
                front.title() + "\n" + front.summary() + "\n" + document.body(),
                new Subject(front.title(), front.keywords(), front.domains()));
        return new FileState(file.path(), file.blob(), Optional.of(section), refusal);
    }

    private static Form form(PatternDocument document) {
        if (document.optedOut() || document.obstacle().isPresent()) {
            return Form.CLOSED;
        }
        return document.section().isPresent() ? Form.PRESENT : Form.ABSENT;
    }

    private static FileState refused(String repository, TreeFile file, Problem problem) {
        return new FileState(
                file.path(),
                file.blob(),
                Optional.empty(),
                Optional.of(RefusedFile.of(repository, file.path(), problem)));
    }
}
