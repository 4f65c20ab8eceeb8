package org.graphgarden.runtime.edge;

import java.io.InputStream;
import java.util.Optional;

/** A request, as far as anybody needs to know it. All of it is whatever the caller chose to send. */
public interface Call {

    /** The first header of this name, in any spelling of capitals. */
    Optional<String> header(String name);

    /**
     * The body as it comes. Reading throws {@link RefusedException}, and no other, when it is longer than the route takes (413),
     * does not come in time (408) or breaks off (400).
     *
     * @throws RefusedException when the caller announced a longer one than the route takes (413)
     */
    InputStream body();
}
