package org.graphgarden.standalone.explain;

import java.util.Collection;
import org.graphgarden.standalone.tended.NearNames;

/** No pattern has that slug. The message names slugs that may have been meant. */
public final class UnknownSlugException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownSlugException(String slug, String library, Collection<String> known) {
        super("no pattern of " + library + " has the slug '" + slug + "'; "
                + NearNames.question(slug, known, "the slug is the one of the front matter, else its id"));
    }
}
