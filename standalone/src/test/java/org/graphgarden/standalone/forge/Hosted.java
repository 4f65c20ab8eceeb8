package org.graphgarden.standalone.forge;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;

/** A bare repository of the forge, whose hook tells the service of every push. */
final class Hosted {
    /** Reads what was pushed from its input and signs what it says as GitHub does. */
    private static final String HOOK = """
            #!/bin/sh
            while read -r before after ref; do
                body='{"ref": "'$ref'", "before": "'$before'", "after": "'$after'", "repository": {"clone_url": "%s", "default_branch": "main"}}'
                signature=$(printf '%%s' "$body" | openssl dgst -sha256 -hmac '%s' | sed 's/^.* //')
                curl -s -o /dev/null -w '%%{http_code} '"$ref"'\\n' --max-time 20 -H 'Content-Type: application/json' -H 'X-GitHub-Event: push' \\
                    -H "X-Hub-Signature-256: sha256=$signature" --data-binary "$body" '%s' >> '%s'
            done
            """;

    private final Path folder;

    /** Makes it, empty. */
    Hosted(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        RealGit.git(folder, "init", "-q", "--bare", "-b", "main");
        RealGit.git(folder, "config", "http.receivepack", "true");
        RealGit.git(folder, "config", "receive.autogc", "false");
    }

    Path folder() {
        return folder;
    }

    /** Address by which the hook's payload names the repository; nobody is asked there. */
    String forgeUrl() {
        return "https://forge.example/people/" + folder.getFileName();
    }

    /** From now on every push is told there. */
    void tell(URI webhook, String secret) throws IOException {
        Path hook = folder.resolve("hooks").resolve("post-receive");
        Files.writeString(hook, HOOK.formatted(forgeUrl(), secret, webhook, answers()));
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** File in which the hook notes how each delivery was answered: status and ref. */
    Path answers() {
        return folder.resolve("answers");
    }

    String head() throws IOException, InterruptedException {
        return RealGit.git(folder, "rev-parse", "main");
    }

    /** The files of the head: path to content. */
    Map<String, String> files() throws IOException, InterruptedException {
        Map<String, String> files = new TreeMap<>();
        for (String path :
                RealGit.git(folder, "ls-tree", "-r", "--name-only", "main").split("\n")) {
            files.put(path, RealGit.git(folder, "show", "main:" + path));
        }
        return files;
    }
}
