package org.graphgarden.pruner.publish;

import org.jspecify.annotations.Nullable;

/** For looking only: the commit stays in the clone, where no ref names it. */
final class Nowhere implements Destination {
    @Override
    public String ref() {
        return "";
    }

    @Override
    public @Nullable Obstacle obstacle() {
        return null;
    }

    @Override
    public @Nullable String adopted(CycleMark mark, @Nullable String since) {
        return null;
    }

    @Override
    public Landing land(String commit) {
        return new Landing(Outcome.DRY_RUN, "", false);
    }
}
