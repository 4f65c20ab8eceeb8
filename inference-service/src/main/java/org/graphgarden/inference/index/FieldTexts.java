package org.graphgarden.inference.index;

import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.TextSection;

/** Which texts of a pattern make up a field of the index, and how much each counts. */
enum FieldTexts {
    /** The whole text, the title counted four times and the summary twice. */
    BODY {
        @Override
        void read(Profile profile, Sink sink) {
            sink.add(profile.title(), 4);
            sink.add(profile.summary(), 2);
            for (TextSection section : profile.sections()) {
                sink.add(section.heading(), 1);
                sink.add(section.text(), 1);
            }
        }
    },
    /** Title (twice), aliases, summary and keywords. */
    HEAD {
        @Override
        void read(Profile profile, Sink sink) {
            sink.add(profile.title(), 2);
            sink.add(profile.summary(), 1);
            profile.aliases().forEach(alias -> sink.add(alias, 1));
            profile.keywords().forEach(keyword -> sink.add(keyword, 1));
        }
    };

    abstract void read(Profile profile, Sink sink);

    /** Takes a text of a document, which counts as often as the weight says; at least 1. */
    interface Sink {
        void add(String text, int weight);
    }
}
