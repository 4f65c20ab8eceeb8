package org.graphgarden.inference.stream;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.stream.Collectors;
import org.graphgarden.events.EntryKind;
import org.graphgarden.events.EntryRef;
import org.graphgarden.events.PatternChange;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.inference.profile.DocumentFacts;
import org.graphgarden.inference.profile.Feedback;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.ProfileBuilder;

/** Reads the changed file and profiles it. */
final class DocumentProfiler implements Profiler {
    private final ProfileBuilder builder;

    DocumentProfiler(ProfileBuilder builder) {
        this.builder = builder;
    }

    @Override
    public Profile profile(PatternChange change) {
        Set<String> planted = change.getPlanted().stream()
                .filter(entry -> entry.getKind() == EntryKind.ENTITY)
                .map(EntryRef::getId)
                .collect(Collectors.toUnmodifiableSet());
        PatternDocument document = read(change);
        Profile profile = builder.profile(DocumentFacts.of(change.getSlug(), document), planted);
        // Whether or not somebody disagreed with us: where a file says so from the start, history has no such story.
        return document.optedOut() ? profile.with(Feedback.OPTED_OUT) : profile;
    }

    @Override
    public String sentenceModel() {
        return builder.modelName();
    }

    private static PatternDocument read(PatternChange change) {
        ByteBuffer content = change.getContent();
        if (content == null) {
            throw new IllegalArgumentException("the change carries no content");
        }
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        ReadResult result = PatternReader.read(bytes);
        if (result instanceof ReadResult.Pattern pattern) {
            return pattern.document();
        }
        if (result instanceof ReadResult.Refused refused) {
            throw new IllegalArgumentException(refused.problems().get(0).toString());
        }
        throw new IllegalArgumentException("the file is not a pattern");
    }
}
