package org.graphgarden.pruner.publish;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.graphgarden.pruner.plan.SectionState;

/**
 * What a repository holds at one commit.
 *
 * @param repository name of the repository
 * @param commit the commit
 * @param files every candidate file, by path
 */
public record RepositoryState(String repository, String commit, List<FileState> files) {

    public RepositoryState {
        files = List.copyOf(files);
    }

    /** Sections of the readable patterns, by path; a slug may come twice. */
    public List<SectionState> sections() {
        return files.stream().flatMap(file -> file.section().stream()).toList();
    }

    /** Files that cannot be read or must not be written. */
    public List<RefusedFile> refused() {
        return files.stream().flatMap(file -> file.refusal().stream()).toList();
    }

    Map<String, FileState> byPath() {
        return files.stream().collect(Collectors.toMap(FileState::path, file -> file));
    }
}
