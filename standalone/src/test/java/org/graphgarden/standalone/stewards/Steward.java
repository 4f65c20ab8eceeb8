package org.graphgarden.standalone.stewards;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.graphgarden.standalone.forge.RealGit;

/**
 * A person with a clone.
 *
 * @param bed the clone
 * @param remote the bare repository that Graph Garden tends
 * @param ours name of Graph Garden's branch, where there is one
 * @param during what is to be done while a cycle is between reading and writing
 */
record Steward(Bed bed, Path remote, String ours, List<During> during) {

    /** Does something to the bare repository. */
    interface During {
        void act(Path remote) throws Exception;
    }

    static Steward of(Path place, Path remote, String ours) throws Exception {
        Files.createDirectories(place);
        RealGit.git(place, "clone", "-q", remote.toString(), place.toString());
        Steward steward = new Steward(new Bed(place), remote, ours, new ArrayList<>());
        steward.git("config", "user.name", "Ada");
        steward.git("config", "user.email", "ada@example.org");
        steward.git("config", "merge.conflictStyle", "merge");
        return steward;
    }

    /** Does a scenario. */
    Scenario.Check act(Scenario scenario) throws Exception {
        if (scenario.seat().ours()) {
            git("checkout", "-q", ours);
        }
        Scenario.Check check = scenario.edit().make(this);
        switch (scenario.seat()) {
            case MAIN -> {
                bed.commit("Tidy up");
                push("main");
            }
            case OURS -> {
                bed.commit("Not like this");
                push(ours);
            }
            case OURS_MERGED -> {
                bed.commit("Not like this");
                push(ours);
                git("checkout", "-q", "main");
                git("merge", "-q", "--no-ff", "-m", "Merge pull request #12 from beds/" + ours, ours);
                push("main");
            }
            case OURS_SQUASHED -> {
                bed.commit("Not like this");
                push(ours);
                squash();
                push("main");
            }
            case OURS_REBASED -> {
                bed.commit("Not like this");
                git("checkout", "-q", "main");
                go();
                git("rebase", "-q", "main", ours);
                git("push", "-q", "origin", ours + ":main");
                drop();
            }
            case OURS_PICKED -> {
                bed.commit("Not like this");
                git("checkout", "-q", "main");
                go();
                git("cherry-pick", "main.." + ours);
                push("main");
                drop();
            }
            case FREE, FREE_OURS -> {}
        }
        return check;
    }

    /** As forges do: one commit whose message holds those of all. */
    void squash() throws Exception {
        String messages = git("log", "--reverse", "--format=* %B", "main.." + ours);
        git("checkout", "-q", "main");
        git("merge", "-q", "--squash", ours);
        git("commit", "-q", "-m", "Tend the beds (#12)\n\n" + messages);
    }

    /** The main branch goes on meanwhile. */
    void go() throws Exception {
        bed.write("kettle", "---\nslug: kettle\ntitle: Kettle\n---\n\nTea for whoever weeds.\n");
        bed.commit("Bring a kettle");
    }

    void push(String branch) throws Exception {
        git("push", "-q", "origin", "HEAD:refs/heads/" + branch);
    }

    void force(String branch) throws Exception {
        git("push", "-q", "--force", "origin", "HEAD:refs/heads/" + branch);
    }

    void drop() throws Exception {
        git("push", "-q", "origin", ":" + ours);
    }

    String git(String... arguments) throws Exception {
        return bed.git(arguments);
    }
}
