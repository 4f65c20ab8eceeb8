package org.graphgarden.ingest.webhook;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.graphgarden.runtime.edge.Call;

/** A request that has headers and nothing else. */
record HeaderCall(Map<String, String> headers) implements Call {

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public InputStream body() {
        return InputStream.nullInputStream();
    }
}
