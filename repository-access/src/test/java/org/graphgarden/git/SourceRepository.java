package org.graphgarden.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;

/** A repository with a work tree for tests to work in. */
final class SourceRepository implements AutoCloseable {

    private static final PersonIdent GARDENER =
            new PersonIdent("Ada Gardener", "ada@example.org", Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private final Git git;

    SourceRepository(Path folder) throws GitAPIException {
        QuietSystem.install();
        this.folder = folder;
        this.git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call();
    }

    Path folder() {
        return folder;
    }

    Git git() {
        return git;
    }

    SourceRepository write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    SourceRepository delete(String path) throws IOException {
        Files.delete(folder.resolve(path));
        return this;
    }

    String commit(String message) throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        return git.commit()
                .setAuthor(GARDENER)
                .setCommitter(GARDENER)
                .setMessage(message)
                .setSign(false)
                .call()
                .name();
    }

    String head(String branch) throws IOException {
        Ref ref = git.getRepository().exactRef(Constants.R_HEADS + branch);
        ObjectId commit = ref == null ? null : ref.getObjectId();
        return commit == null ? "" : commit.name();
    }

    RepositoryAddress address() {
        return RepositoryAddress.parse(folder.toString());
    }

    @Override
    public void close() {
        git.close();
    }
}
