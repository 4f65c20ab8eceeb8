package org.graphgarden.ingest;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.graphgarden.deadletters.Letters;
import org.graphgarden.deadletters.ReasonCode;
import org.graphgarden.events.ChangeKind;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.EntryRef;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.PushClosed;
import org.graphgarden.events.Stage;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.CommitNote;
import org.graphgarden.ingest.change.Change;
import org.graphgarden.ingest.change.PatternFile;
import org.graphgarden.ingest.change.SlugConflict;
import org.graphgarden.ingest.feedback.RepositoryFeedback;
import org.graphgarden.ingest.read.Planted;
import org.graphgarden.ingest.read.RefusedFile;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.jspecify.annotations.Nullable;

/** Makes the records of one push. Safe for several threads. */
final class PushRecords {

    private final String garden;
    private final String repository;
    private final long sequence;
    private final CommitNote head;
    private final Planted planted;
    private final RepositoryFeedback feedback;
    private final Clock clock;

    PushRecords(
            String garden,
            String repository,
            long sequence,
            CommitNote head,
            Planted planted,
            RepositoryFeedback feedback,
            Clock clock) {
        this.garden = garden;
        this.repository = repository;
        this.sequence = sequence;
        this.head = head;
        this.planted = planted;
        this.feedback = feedback;
        this.clock = clock;
    }

    /**
     * A record with its place.
     *
     * @param size bytes of the file in it, for what it takes in memory
     */
    record Outgoing(Topic topic, String key, SpecificRecord value, int size) {

        static Outgoing of(Topic topic, String key, SpecificRecord value, @Nullable ByteBuffer file) {
            return new Outgoing(topic, key, value, file == null ? 0 : file.remaining());
        }
    }

    Outgoing of(BlobReader reader, PushItem item) {
        if (item instanceof PushItem.Changed changed) {
            return change(reader, changed.change());
        }
        return item instanceof PushItem.Refused refused
                ? refused(reader, refused.file())
                : conflict(reader, ((PushItem.Conflicting) item).conflict());
    }

    PushClosed closed(String base, int changes, int ignored, int refused) {
        return PushClosed.newBuilder()
                .setGarden(garden)
                .setRepository(repository)
                .setSequence(sequence)
                .setCommit(head.commit())
                .setBase(base)
                .setChanges(changes)
                .setIgnored(ignored)
                .setRefused(refused)
                .setClosedAt(now())
                .build();
    }

    private Outgoing change(BlobReader reader, Change change) {
        PatternFile file = change.file();
        PatternChange.Builder builder = PatternChange.newBuilder()
                .setGarden(garden)
                .setSlug(change.slug())
                .setRepository(repository)
                .setPath(file.path())
                .setCommit(head.commit())
                .setAuthor(head.author())
                .setCommittedAt(head.time())
                .setSequence(sequence);
        if (change instanceof Change.Removed removed) {
            builder.setKind(ChangeKind.REMOVED).setRenamedTo(orNull(removed.renamedTo()));
        } else {
            byte[] content = content(reader, file);
            builder.setContent(ByteBuffer.wrap(content))
                    .setContentHash(file.contentHash())
                    .setPlanted(planted(file, content))
                    .setFeedback(StandingFeedback.entries(feedback, change.slug()))
                    .setKind(ChangeKind.MODIFIED);
            if (change instanceof Change.Added added) {
                builder.setKind(ChangeKind.ADDED).setRenamedFrom(orNull(added.renamedFrom()));
            }
        }
        PatternChange record = builder.build();
        return Outgoing.of(
                Topic.PATTERN_CHANGES, RecordKeys.ofPattern(garden, change.slug()), record, record.getContent());
    }

    private List<EntryRef> planted(PatternFile file, byte[] content) {
        if (!planted.concerns(file.slug(), file.id())
                || !(PatternReader.read(content) instanceof ReadResult.Pattern pattern)) {
            return List.of();
        }
        return planted.standingIn(pattern.document()).stream()
                .map(ref -> new EntryRef(ref.kind(), ref.key()))
                .toList();
    }

    private Outgoing refused(BlobReader reader, RefusedFile file) {
        BlobContent content = reader.read(file.blob());
        DeadLetter.Builder letter = letter(ReasonCode.valueOf(file.code()), file.message(), file.path())
                .setLine(file.line())
                .setOriginalSize(file.size());
        if (content instanceof BlobContent.Bytes bytes) {
            letter.setOriginal(ByteBuffer.wrap(bytes.bytes()));
        }
        DeadLetter record = letter.build();
        return Outgoing.of(
                Topic.DEAD_LETTERS, RecordKeys.ofRepository(garden, repository), record, record.getOriginal());
    }

    private Outgoing conflict(BlobReader reader, SlugConflict conflict) {
        String message = "slug '%s' belongs to %s in %s. Give one of the two files another slug."
                .formatted(
                        conflict.file().slug(),
                        conflict.winner().file().path(),
                        conflict.winner().repository());
        DeadLetter.Builder letter =
                letter(ReasonCode.SLUG_TAKEN, message, conflict.file().path()).setRepository(conflict.repository());
        // The files of another repository are in its own clone.
        if (conflict.repository().equals(repository)
                && reader.read(conflict.file().blob()) instanceof BlobContent.Bytes content) {
            letter.setOriginal(ByteBuffer.wrap(content.bytes())).setOriginalSize(content.bytes().length);
        }
        DeadLetter record = letter.build();
        return Outgoing.of(
                Topic.DEAD_LETTERS, RecordKeys.ofPattern(garden, conflict.file().slug()), record, record.getOriginal());
    }

    private DeadLetter.Builder letter(ReasonCode code, String message, String path) {
        return Letters.of(code, Stage.INGEST, message, now())
                .setGarden(garden)
                .setRepository(repository)
                .setPath(path)
                .setCommit(head.commit());
    }

    private static byte[] content(BlobReader reader, PatternFile file) {
        if (reader.read(file.blob()) instanceof BlobContent.Bytes content) {
            return content.bytes();
        }
        throw new IllegalStateException("blob " + file.blob() + " was read before and is too large now");
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
