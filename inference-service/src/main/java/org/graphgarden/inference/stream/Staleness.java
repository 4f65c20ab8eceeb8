package org.graphgarden.inference.stream;

/** Why a pattern waits in the {@code todo} store. The more urgent come first; {@link #mark} is what the store holds. */
enum Staleness {
    /** It has changed, or is gone: who edited it waits for the answer. */
    CHANGED("!"),
    /** Another one's change may have changed what is inferred of it. */
    TOUCHED(""),
    /** Its file was written anew but says the same. */
    RESTATED("=");

    private final String mark;

    Staleness(String mark) {
        this.mark = mark;
    }

    String mark() {
        return mark;
    }

    static Staleness of(String mark) {
        for (Staleness staleness : values()) {
            if (staleness.mark.equals(mark)) {
                return staleness;
            }
        }
        throw new IllegalArgumentException("the todo store holds the unknown mark " + mark);
    }
}
