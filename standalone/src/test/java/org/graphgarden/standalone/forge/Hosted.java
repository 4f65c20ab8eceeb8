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
    private static final Path OWN_HOOK = Path.of("..", "docs", "examples", "post-receive");

    /** Reads what was pushed from its input and signs what it says as GitHub does. */
    private static final String HOOK = """
            #!/bin/sh
            while read -r before after ref; do
                body='{"ref": "'$ref'", "before": "'$before'", "after": "'$after'", "repository": {"clone_url": "%s", "default_branch": "main"}}'
                signature=$(printf '%%s' "$body" | openssl dgst -sha256 -hmac '%s' | sed 's/^.* //')
                curl -s -o /dev/null --max-time 20 -H 'Content-Type: application/json' -H 'X-GitHub-Event: push' \\
                    -H "X-Hub-Signature-256: sha256=$signature" --data-binary "$body" '%s'
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

    /** From now on every push is told there by a hook that signs as GitHub does. */
    void tellAsGitHub(URI webhook, String secret) throws IOException {
        hook("post-receive", HOOK.formatted(forgeUrl(), secret, webhook));
    }

    /** From now on every push is told there by the hook that the documentation gives to people with a server of their own. */
    void tellByOwnHook(URI webhook, Path secret, String garden, String repository)
            throws IOException, InterruptedException {
        RealGit.git(folder, "config", "graphgarden.hook", webhook.toString());
        RealGit.git(folder, "config", "graphgarden.garden", garden);
        RealGit.git(folder, "config", "graphgarden.repository", repository);
        RealGit.git(folder, "config", "graphgarden.secretFile", secret.toString());
        hook("post-receive", Files.readString(OWN_HOOK));
    }

    /** From now on no push is taken, for this reason. */
    void refusePushes(String reason) throws IOException {
        hook("pre-receive", "#!/bin/sh\necho '" + reason + "' >&2\nexit 1\n");
    }

    private void hook(String name, String text) throws IOException {
        Path hook = Files.writeString(folder.resolve("hooks").resolve(name), text);
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
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
