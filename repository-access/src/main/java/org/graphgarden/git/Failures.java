package org.graphgarden.git;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.ObjectWritingException;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;

/** Gives exceptions of the Git library their code. */
final class Failures {

    private static final int DEEPEST = 20;
    private static final Pattern USER_INFO = Pattern.compile("(?i)(https?://)[^/@\\s]+@");

    /** What hosts say of themselves, and the address that the library puts before what it says: words there decide nothing. */
    private static final Pattern FOREIGN = Pattern.compile("\\bremote: .*|\\b[a-z][a-z0-9+.-]*://\\S+?(?=:?(?:\\s|$))");

    /** In this order: where several fit, the first says more. The library has no types of its own for the lower ones. */
    private static final List<Rule> RULES = List.of(
            said(AccessCode.DISK_FULL, "no space left|quota exceeded|not enough space"),
            caused(AccessCode.UNKNOWN_HOST, UnknownHostException.class, UnresolvedAddressException.class),
            said(AccessCode.HOST_KEY, "server key did not validate|host key"),
            caused(AccessCode.TIMEOUT, InterruptedIOException.class),
            caused(AccessCode.NOT_FOUND, NoRemoteRepositoryException.class),
            caused(AccessCode.CORRUPT, MissingObjectException.class, CorruptObjectException.class),
            caused(AccessCode.CONNECTION_LOST, EOFException.class),
            said(AccessCode.CONNECTION_LOST, "connection reset|broken pipe"),
            caused(AccessCode.TLS, SSLException.class),
            caused(AccessCode.UNREACHABLE, SocketException.class),
            caused(AccessCode.STATE_UNWRITABLE, FileSystemException.class, FileNotFoundException.class),
            caused(AccessCode.STATE_UNWRITABLE, LockFailedException.class, ObjectWritingException.class),
            said(AccessCode.REDIRECTED, "redirect"),
            said(AccessCode.FORBIDDEN, "not permitted|: 403 "),
            said(AccessCode.AUTHENTICATION, "not authorized|authentic|log in|credentials"),
            said(AccessCode.HOST_BUSY, ": (429|5\\d\\d)\\b"),
            said(AccessCode.TIMEOUT, "timed? ?out"),
            said(AccessCode.BRANCH_MISSING, "remote does not have \\S+ available"),
            caused(AccessCode.NOT_A_REPOSITORY, RepositoryNotFoundException.class, NotSupportedException.class),
            caused(AccessCode.NOT_A_REPOSITORY, PackProtocolException.class));

    private Failures() {}

    static AccessFailure classify(String where, IOException e) {
        String reason = reason(e);
        String message = reason.startsWith(where + ":") ? reason : where + ": " + reason;
        return new AccessFailure(codeOf(e), withoutUserInfo(message));
    }

    static AccessCode codeOf(Throwable e) {
        return RULES.stream()
                .filter(rule -> rule.fits(e))
                .findFirst()
                .map(Rule::code)
                .orElse(AccessCode.OTHER);
    }

    /** A host may redirect to, and the library then name, an address with a token in it. */
    static String withoutUserInfo(String text) {
        return USER_INFO.matcher(text).replaceAll("$1***@");
    }

    private static String reason(Throwable e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.replaceAll("\\s+", " ").strip();
    }

    private static String own(String reason) {
        return FOREIGN.matcher(reason.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    @SafeVarargs
    private static Rule caused(AccessCode code, Class<? extends Throwable>... types) {
        List<Class<? extends Throwable>> any = List.of(types);
        return new Rule(code, each -> any.stream().anyMatch(type -> type.isInstance(each)));
    }

    private static Rule said(AccessCode code, String regex) {
        Pattern pattern = Pattern.compile(regex);
        return new Rule(code, each -> pattern.matcher(own(reason(each))).find());
    }

    /** A failure gets the code when it, or one of its causes, passes the test. */
    private record Rule(AccessCode code, Predicate<Throwable> test) {

        boolean fits(Throwable e) {
            return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                    .limit(DEEPEST)
                    .anyMatch(test);
        }
    }
}
