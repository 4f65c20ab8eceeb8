package org.graphgarden.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Replaces the content of files of a commit, in memory and in one pack, and commits the result. Contents are written as
 * they come, so no more than one is held. Every tree entry that is not replaced keeps its bytes and its mode, whatever it
 * is. Nothing is visible to anyone before {@link #commit} returns.
 */
public final class TreeEdit implements AutoCloseable {

    private final PackInserter inserter;
    private final ObjectReader reader;
    private final ObjectId base;
    private final ObjectId baseTree;
    private final Folder root = new Folder();

    TreeEdit(PackInserter inserter, ObjectReader reader, ObjectId base, ObjectId baseTree) {
        this.inserter = inserter;
        this.reader = reader;
        this.base = base;
        this.baseTree = baseTree;
    }

    /**
     * Gives the regular file at {@code path} new content. Whether it exists is checked when committing.
     *
     * @return object id of the content
     */
    public String replace(String path, byte[] content) {
        try {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, content);
            root.put(path.split("/"), 0, blob);
            return blob.name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with content that stands in the clone already, from a commit that was made before. */
    public void reuse(String path, String blob) {
        root.put(path.split("/"), 0, ObjectId.fromString(blob));
    }

    /**
     * Writes trees and commit.
     *
     * @return object id of the commit
     * @throws IllegalArgumentException when a replaced path is no regular file of the base commit
     */
    public String commit(CommitIdent author, CommitIdent committer, String message) {
        return commit(author, committer, message, CommitSigner.NONE);
    }

    /**
     * Writes trees and commit.
     *
     * @param signer signs the commit
     * @return object id of the commit
     * @throws IllegalArgumentException when a replaced path is no regular file of the base commit
     * @throws SigningException when it cannot be signed
     */
    public String commit(CommitIdent author, CommitIdent committer, String message, CommitSigner signer) {
        try {
            CommitBuilder commit = new CommitBuilder();
            commit.setParentId(base);
            commit.setTreeId(rewrite(baseTree, root, ""));
            commit.setAuthor(author.toPersonIdent());
            commit.setCommitter(committer.toPersonIdent());
            commit.setMessage(message);
            String signature = signer.sign(commit.build());
            if (signature != null) {
                commit.setGpgSignature(new GpgSignature(signature.getBytes(StandardCharsets.US_ASCII)));
            }
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id.name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        inserter.close();
        reader.close();
    }

    private ObjectId rewrite(ObjectId tree, Folder folder, String place) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        CanonicalTreeParser entries = new CanonicalTreeParser(null, reader, tree);
        int replaced = 0;
        for (; !entries.eof(); entries.next(1)) {
            String name = entries.getEntryPathString();
            ObjectId id = entries.getEntryObjectId();
            FileMode mode = entries.getEntryFileMode();
            ObjectId blob = folder.files.get(name);
            Folder sub = folder.folders.get(name);
            if (blob != null && isRegular(mode)) {
                id = blob;
                replaced++;
            } else if (sub != null && FileMode.TREE.equals(mode)) {
                id = rewrite(id, sub, place + name + "/");
                replaced++;
            }
            append(written, entries, id);
        }
        if (replaced != folder.size()) {
            throw new IllegalArgumentException(
                    "a replaced file is no regular file of the base commit, below '" + place + "': " + folder.names());
        }
        return inserter.insert(Constants.OBJ_TREE, written.toByteArray());
    }

    /** Copies an entry with the very mode it has; old tools wrote modes that the library's own formatter would change. */
    private static void append(ByteArrayOutputStream tree, CanonicalTreeParser entry, ObjectId id) throws IOException {
        byte[] name = new byte[entry.getNameLength()];
        entry.getName(name, 0);
        tree.writeBytes(Constants.encodeASCII(Integer.toOctalString(entry.getEntryRawMode())));
        tree.write(' ');
        tree.writeBytes(name);
        tree.write(0);
        id.copyRawTo(tree);
    }

    private static boolean isRegular(FileMode mode) {
        return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
    }

    /** Replacements below one folder. */
    private static final class Folder {

        final SortedMap<String, ObjectId> files = new TreeMap<>();
        final SortedMap<String, Folder> folders = new TreeMap<>();

        void put(String[] path, int at, ObjectId blob) {
            if (at == path.length - 1) {
                files.put(path[at], blob);
            } else {
                folders.computeIfAbsent(path[at], name -> new Folder()).put(path, at + 1, blob);
            }
        }

        int size() {
            return files.size() + folders.size();
        }

        Map<String, Integer> names() {
            Map<String, Integer> names = new TreeMap<>();
            files.keySet().forEach(name -> names.put(name, 1));
            folders.forEach((name, folder) -> names.put(name + "/", folder.size()));
            return names;
        }
    }
}
