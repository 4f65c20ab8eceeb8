package org.graphgarden.standalone.tend;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.inference.chat.LanguageModelSettings;
import org.graphgarden.settings.Configuration;
import org.graphgarden.settings.ConfigurationException;
import org.graphgarden.settings.Declarations;
import org.graphgarden.settings.GardenSettings;
import org.graphgarden.settings.RepositorySettings;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a run: the file, the flags over it, and the one garden.
 *
 * @param configuration all settings
 * @param garden the garden that holds the repository
 */
record TendConfiguration(Configuration configuration, GardenSettings garden) {

    /**
     * Reads the file and applies the flags. A repository that the file knows by its address keeps its garden, with credentials,
     * settings and the garden's other repositories, which its links may point to; any other becomes a garden of its own, named
     * after its folder.
     */
    static TendConfiguration of(TendOptions options, Declarations declarations, Map<String, ?> flags) {
        try {
            Configuration file = options.config() == null
                    ? Configuration.of(Map.of(), declarations)
                    : Configuration.load(options.config(), declarations);
            RepositoryAddress address = address(options.address());
            Configuration all = file.with(flags);
            for (GardenSettings garden : all.gardens()) {
                if (garden.repositories().stream().anyMatch(repository -> isAt(address, repository))) {
                    return new TendConfiguration(all, onBranch(options.branch(), address, garden));
                }
            }
            String name = GardenName.of(address.shortName());
            Configuration one = all.with(Map.of("gardens", Map.of(name, garden(name, address, options))));
            return new TendConfiguration(one, one.garden(name).orElseThrow());
        } catch (ConfigurationException e) {
            throw new TendException(
                    TendException.Kind.CONFIGURATION, Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
        }
    }

    private static boolean isAt(RepositoryAddress address, RepositorySettings repository) {
        return address.location()
                .equals(RepositoryAddress.parse(repository.url()).location());
    }

    private static GardenSettings onBranch(@Nullable String branch, RepositoryAddress address, GardenSettings garden) {
        return branch == null
                ? garden
                : new GardenSettings(
                        garden.name(),
                        garden.repositories().stream()
                                .map(repository -> isAt(address, repository) ? repository.onBranch(branch) : repository)
                                .toList(),
                        garden.overrides());
    }

    private static RepositoryAddress address(String text) {
        try {
            return RepositoryAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TendException(
                    TendException.Kind.CONFIGURATION, "the repository's address is refused: " + e.getMessage());
        }
    }

    private static Map<String, ?> garden(String name, RepositoryAddress address, TendOptions options) {
        Map<String, Object> repository = new TreeMap<>();
        Path local = address.localPath();
        repository.put("url", local == null ? options.address() : local.toString());
        if (options.branch() != null) {
            repository.put("branch", options.branch());
        }
        return Map.of("repositories", Map.of(name, repository));
    }

    /**
     * Id of the cycle: the same for the same commit, date and settings, so that a run that was killed behind its push finds its
     * commit again; another for any other, so that a full run is not taken for the first small step before it.
     */
    String cycle(TendOptions options, String commit) {
        StringBuilder settings = new StringBuilder();
        for (String section : new String[] {"inference", "prune"}) {
            settings.append(new TreeMap<>(configuration.section(section, garden.name())));
        }
        Map<String, ?> languageModel = configuration.section(LanguageModelSettings.NAME);
        if (!languageModel.isEmpty()) {
            settings.append(new TreeMap<>(languageModel));
        }
        return options.date() + "." + commit.substring(0, Math.min(12, commit.length())) + "."
                + sha256(settings.toString()).substring(0, 8);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
