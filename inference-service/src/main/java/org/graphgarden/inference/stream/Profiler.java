package org.graphgarden.inference.stream;

import org.graphgarden.events.PatternChange;
import org.graphgarden.inference.profile.Profile;

/** Makes the profile of the file that a change carries. Called from several threads at once. */
interface Profiler {
    /** @throws RuntimeException when the file cannot be profiled, with a message for the operator */
    Profile profile(PatternChange change);

    /** Name and version of the sentence model behind the embeddings. */
    String sentenceModel();
}
