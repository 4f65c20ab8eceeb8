package org.graphgarden.ingest;

import java.time.Instant;
import java.util.SortedMap;
import org.graphgarden.events.PushClosed;
import org.graphgarden.git.AccessFailure;
import org.graphgarden.ingest.read.IgnoreReason;

/** Told what the ingest service does, from its threads; must return at once. */
public interface IngestListener {

    /** Says nothing. */
    IngestListener SILENT = new IngestListener() {};

    /** A garden was taken over, or given up to another instance. Told of every garden at the start. */
    default void owned(String garden, boolean owned) {}

    /** A hint came that a repository may have moved. */
    default void hinted(String garden, String repository, Instant noticedAt) {}

    /** A repository is about to be fetched, which may take long without a sign. */
    default void fetching(String garden, String repository) {}

    /** A repository was fetched; its branch stands at {@code commit}. */
    default void fetched(String garden, String repository, String commit) {}

    /** A repository could not be fetched. It is tried again later, by what kind of failure it is. */
    default void unreachable(String garden, String repository, AccessFailure failure) {}

    /** Files of a push are being read: {@code done} of {@code total}. */
    default void reading(String garden, String repository, int done, int total) {}

    /** Records of a push (changes and dead letters) are being written: {@code done} of {@code total}. */
    default void writing(String garden, String repository, int done, int total) {}

    /** A dead letter of a file was written and committed. */
    default void deadLetter(String garden, String repository, String code) {}

    /** What a steward's edit says of an entry was written and committed; the verdict, or WITHDRAWN when it holds no more. */
    default void feedback(String garden, String repository, String verdict) {}

    /** Files that a committed push brought or changed, and that are no patterns, by reason. */
    default void ignored(String garden, String repository, SortedMap<IgnoreReason, Integer> counts) {}

    /** A push is written and committed. */
    default void closed(PushClosed push) {}

    /** A repository was looked at and has nothing new since the push with this number. */
    default void upToDate(String garden, String repository, long sequence, String commit) {}

    /** Something failed that should not; the service begins anew from what is committed. */
    default void failed(Throwable failure) {}
}
