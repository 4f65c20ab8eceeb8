package org.graphgarden.git;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;

/** Gives exceptions of the Git library their code. */
final class Failures {

    private Failures() {}

    static AccessFailure classify(String where, IOException e) {
        String reason = reason(e);
        return new AccessFailure(code(e), reason.startsWith(where + ":") ? reason : where + ": " + reason);
    }

    private static AccessCode code(IOException e) {
        if (caused(e, SocketTimeoutException.class) || caused(e, InterruptedIOException.class)) {
            return AccessCode.TIMEOUT;
        }
        if (caused(e, NoRemoteRepositoryException.class)
                || caused(e, RepositoryNotFoundException.class)
                || caused(e, NotSupportedException.class)) {
            return AccessCode.NOT_A_REPOSITORY;
        }
        if (caused(e, MissingObjectException.class) || caused(e, CorruptObjectException.class)) {
            return AccessCode.CORRUPT;
        }
        if (caused(e, UnknownHostException.class)
                || caused(e, ConnectException.class)
                || caused(e, NoRouteToHostException.class)) {
            return AccessCode.UNREACHABLE;
        }
        return caused(e, FileSystemException.class) ? AccessCode.STATE_UNWRITABLE : codeOfMessage(e);
    }

    // The library has no exception type for a refused log-in.
    private static AccessCode codeOfMessage(IOException e) {
        String message = reason(e).toLowerCase(Locale.ROOT);
        boolean refused = Stream.of(
                        "not authorized", "authentic", "log in", "not permitted", "credentials", "server key")
                .anyMatch(message::contains);
        if (refused) {
            return AccessCode.AUTHENTICATION;
        }
        boolean timedOut = message.contains("timed out") || message.contains("timeout");
        return timedOut ? AccessCode.TIMEOUT : AccessCode.OTHER;
    }

    private static boolean caused(Throwable e, Class<? extends Throwable> type) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .anyMatch(type::isInstance);
    }

    private static String reason(Throwable e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.replaceAll("\\s+", " ").strip();
    }
}
