package org.graphgarden.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A Git repository of a few patterns about sharing tools, in a folder. */
final class SmallLibrary {
    private static final PersonIdent STEWARD = new PersonIdent("Steward", "steward@example.org");
    private static final List<String> TITLES = List.of(
            "Tool Library",
            "Seed Library",
            "Repair Café",
            "Tool Shed",
            "Rain Barrel",
            "Compost Heap",
            "Garden Calendar",
            "Work Party");

    private SmallLibrary() {}

    /** Makes it; every pattern is linked to the next one and has entities. */
    static Path in(Path folder) throws IOException, GitAPIException {
        for (int i = 0; i < TITLES.size(); i++) {
            String slug = slug(TITLES.get(i));
            Files.writeString(
                    folder.resolve(slug + ".md"), pattern(TITLES.get(i), slug(TITLES.get((i + 1) % TITLES.size()))));
        }
        Files.writeString(folder.resolve("broken.md"), "---\nslug: broken\ntitle: [unclosed\n---\nText\n");
        try (Git git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setAuthor(STEWARD)
                    .setCommitter(STEWARD)
                    .setMessage("Write patterns")
                    .setSign(false)
                    .call();
        }
        return folder;
    }

    static String slug(String title) {
        return title.toLowerCase(Locale.ROOT).replace('é', 'e').replace(' ', '-');
    }

    private static String pattern(String title, String next) {
        return """
                ---
                slug: %s
                title: %s
                summary: How neighbours share a %s and look after it together.
                relationships:
                  enables: [%s]
                graph_garden:
                  entities:
                    - id: sharing
                      type: practice
                      label: Sharing
                      relevance: 0.8
                    - id: neighbours
                      type: concept
                      label: Neighbours
                      relevance: 0.6
                ---

                Whoever borrows from the %s brings it back clean. A Tool Shed keeps what a Seed Library cannot.
                Neighbours meet there on the first Saturday and mend what broke.
                """.formatted(slug(title), title, title, next, title);
    }
}
