package org.graphgarden.standalone.forge;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graphgarden.standalone.cli.GardenCommand;

/** What tests of commands on repositories start from: Ada's empty library, the repository that hosts it, and the command. */
abstract class CommandBed {
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final Path temp;
    final Path work;
    final Hosted hosted;

    CommandBed(Path temp) throws IOException, InterruptedException {
        RealGit.require("git");
        this.temp = temp;
        work = Files.createDirectory(temp.resolve("work"));
        hosted = new Hosted(temp.resolve("beds.git"));
        RealGit.git(work, "init", "-q", "-b", "main");
        RealGit.git(work, "config", "user.name", "Ada");
        RealGit.git(work, "config", "user.email", "ada@example.org");
    }

    /** The exit code; what is printed comes to what was printed before. */
    final int garden(String... line) {
        return new GardenCommand(new PrintWriter(out, true), new PrintWriter(err, true)).execute(line);
    }

    final void write(String slug, String more) throws IOException {
        Files.writeString(
                work.resolve(slug + ".md"),
                "---\nslug: " + slug + "\ntitle: " + slug + "\n" + more + "---\n\nA herb of the kitchen garden.\n");
    }

    final void commit(String message) throws IOException, InterruptedException {
        RealGit.git(work, "add", "-A");
        RealGit.git(work, "commit", "-q", "-m", message);
    }

    final void push(String branch) throws IOException, InterruptedException {
        RealGit.git(work, "push", "-q", hosted.folder().toString(), "HEAD:refs/heads/" + branch);
    }

    /** A configuration in which garden and repository are called beds. */
    final Path configuration(HttpGit http) throws IOException {
        Path password = Files.writeString(temp.resolve("password"), "secret\n");
        return Files.writeString(temp.resolve("garden.yaml"), """
                gardens:
                  beds:
                    repositories:
                      beds:
                        url: %s
                        username: ada
                        password: ${file:%s}
                """.formatted(http.address("beds.git"), password));
    }
}
