package org.graphgarden.standalone.tended;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.settings.Configuration;
import org.graphgarden.settings.GardenSettings;
import org.graphgarden.settings.RepositorySettings;
import org.jspecify.annotations.Nullable;

/**
 * The garden that a command speaks of.
 *
 * @param configuration all settings, the garden's among them
 * @param garden with the repositories that are meant
 * @param named whether it was called by its name: then what other gardens do in the same repositories is not meant
 */
public record Tended(Configuration configuration, GardenSettings garden, boolean named) {
    private static final String UNNAMED = "garden";

    /**
     * A configured garden by its name, or a repository by its address: with the settings and credentials of the garden that holds it,
     * or without any.
     *
     * @param branch the branch to look at; null for the configured one, or the repository's own
     * @throws TendedException when it is neither
     */
    public static Tended of(Configuration configuration, String target, @Nullable String branch) {
        GardenSettings called = configuration.garden(target).orElse(null);
        if (called != null) {
            return new Tended(configuration, only(called, null, branch), true);
        }
        RepositoryAddress address = address(target);
        for (GardenSettings garden : configuration.gardens()) {
            if (garden.repositories().stream().anyMatch(repository -> isAt(address, repository))) {
                return new Tended(configuration, only(garden, address, branch), false);
            }
        }
        Configuration one = configuration.with(Map.of("gardens", Map.of(UNNAMED, unnamed(target, address, branch))));
        return new Tended(one, one.garden(UNNAMED).orElseThrow(), false);
    }

    /** Whether a cycle of the garden of this name is meant: cycles are told apart by their ids in one garden only. */
    public boolean means(String gardenOfCycle) {
        return !named || garden.name().equals(gardenOfCycle);
    }

    /** Name of the garden for a reader; of a repository that no configured garden holds, its own. */
    public String title() {
        return garden.name().equals(UNNAMED)
                ? address(garden.repositories().get(0).url()).shortName()
                : garden.name();
    }

    private static GardenSettings only(
            GardenSettings garden, @Nullable RepositoryAddress address, @Nullable String branch) {
        return new GardenSettings(
                garden.name(),
                garden.repositories().stream()
                        .filter(repository -> address == null || isAt(address, repository))
                        .map(repository -> branch == null ? repository : repository.onBranch(branch))
                        .toList(),
                garden.overrides());
    }

    private static boolean isAt(RepositoryAddress address, RepositorySettings repository) {
        return address.location()
                .equals(RepositoryAddress.parse(repository.url()).location());
    }

    private static RepositoryAddress address(String text) {
        try {
            return RepositoryAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TendedException(
                    TendedException.Kind.USAGE,
                    "'" + text + "' is neither a configured garden nor the address of a repository: " + e.getMessage());
        }
    }

    private static Map<String, ?> unnamed(String text, RepositoryAddress address, @Nullable String branch) {
        Map<String, Object> repository = new TreeMap<>();
        Path local = address.localPath();
        repository.put("url", local == null ? text : local.toString());
        if (branch != null) {
            repository.put("branch", branch);
        }
        return Map.of("repositories", Map.of("repository", repository));
    }
}
