package org.graphgarden.inference.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.inference.profile.DocumentFacts;
import org.graphgarden.inference.profile.PatternFacts;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.ProfileBuilder;

/** Profiles of all patterns below a folder, for the programs that measure and fit. */
final class PatternFolder {
    private PatternFolder() {}

    static List<Profile> profiles(Path folder, ProfileBuilder builder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .map(facts -> builder.profile(facts, Set.of()))
                    .toList();
        }
    }

    private static Optional<PatternFacts> read(Path file) {
        try {
            return PatternReader.read(Files.readAllBytes(file)) instanceof ReadResult.Pattern pattern
                    ? Optional.of(DocumentFacts.of(pattern.document().slug(), pattern.document()))
                    : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
