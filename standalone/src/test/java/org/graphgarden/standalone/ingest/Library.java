package org.graphgarden.standalone.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A small pattern library in a repository of its own. */
final class Library implements AutoCloseable {

    static final String AUTHOR = "Ada Gardener";

    private static final PersonIdent IDENT =
            new PersonIdent(AUTHOR, "ada@example.org", Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private Git git;

    Library(Path folder) throws GitAPIException {
        this.folder = folder;
        this.git = init(folder);
    }

    Path folder() {
        return folder;
    }

    String text(String slug, String body) {
        return "---\nslug: " + slug + "\ntitle: " + slug + "\n---\n\n" + body + "\n";
    }

    /** A pattern with a planted entity and, unless empty, another one. */
    String textWithEntity(String slug, String body, String planted, String other) {
        String second = other.isEmpty() ? "" : entity(other);
        return "---\nslug: " + slug + "\ntitle: " + slug + "\ngraph_garden:\n  entities:\n" + entity(planted) + second
                + "---\n\n" + body + "\n";
    }

    Library pattern(String slug, String body) {
        return write(slug + ".md", text(slug, body));
    }

    Library write(String path, String content) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Library delete(String path) throws IOException {
        Files.delete(folder.resolve(path));
        return this;
    }

    String commit(String message) throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        return git.commit()
                .setAuthor(IDENT)
                .setCommitter(IDENT)
                .setMessage(message)
                .setSign(false)
                .call()
                .name();
    }

    /** Goes to a branch, which is made when it is not there. */
    Library checkout(String branch) throws GitAPIException, IOException {
        boolean missing = git.getRepository().exactRef("refs/heads/" + branch) == null;
        git.checkout().setName(branch).setCreateBranch(missing).call();
        return this;
    }

    Library deleteBranch(String branch) throws GitAPIException {
        git.branchDelete().setBranchNames(branch).setForce(true).call();
        return this;
    }

    /** Throws the whole history away, with all its objects. */
    void startOver() throws GitAPIException, IOException {
        git.close();
        Path away = folder.resolveSibling(folder.getFileName() + "-before");
        Files.move(folder, away);
        git = init(folder);
    }

    @Override
    public void close() {
        git.close();
    }

    private static Git init(Path folder) throws GitAPIException {
        return Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
    }

    private static String entity(String id) {
        return "    - id: " + id + "\n      type: concept\n      label: \"" + id + "\"\n      relevance: 0.9\n";
    }
}
