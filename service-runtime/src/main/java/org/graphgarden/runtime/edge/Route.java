package org.graphgarden.runtime.edge;

import java.io.IOException;

/**
 * One thing that can be asked.
 *
 * @param method GET or POST; a GET answers HEAD as well
 * @param path exact path, beginning with a slash
 * @param access who may ask
 * @param maxBody longest body taken, in bytes; 0 when none is expected
 * @param handler answers; runs on a thread of the edge
 */
public record Route(String method, String path, Access access, long maxBody, Handler handler) {

    /** Who may ask. */
    public enum Access {
        /** Who knows the token, if there is one. */
        TOKEN,
        /** Anybody; the route tells nothing worth hiding, or checks for itself: who is sent 2xx for a POST has shown a secret. */
        OPEN
    }

    /** Answers a call. */
    public interface Handler {
        /**
         * The answer.
         *
         * @throws IOException when something here fails, such as a disk; the caller gets 500
         * @throws RefusedException to answer in another way
         */
        Answer answer(Call call) throws IOException;
    }

    public Route {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path is " + path + ", but has to begin with a slash");
        }
        if (maxBody < 0) {
            throw new IllegalArgumentException("maxBody is " + maxBody + ", but has to be 0 or more");
        }
    }

    /** Whether it sends some callers away for what they do not know. */
    boolean canRefuse() {
        return access == Access.TOKEN || method.equals("POST");
    }

    /** A page without a body to be sent. */
    public static Route get(String path, Access access, Handler handler) {
        return new Route("GET", path, access, 0, handler);
    }

    /** Something to be sent. */
    public static Route post(String path, Access access, long maxBody, Handler handler) {
        return new Route("POST", path, access, maxBody, handler);
    }
}
