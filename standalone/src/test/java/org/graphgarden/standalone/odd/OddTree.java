package org.graphgarden.standalone.odd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/** A tree that is changed from commit to commit. Its names are bytes, one character each. */
final class OddTree {

    private static final List<String> NAMES = List.of(
            "mint.md",
            "Mint.md",
            "MINT.MD",
            "with space.md",
            " before.md",
            "after .md",
            "quote\".md",
            "apostrophe'.md",
            "new\nline.md",
            "tab\t.md",
            "back\\slash.md",
            "-dash.md",
            "--help.md",
            ".md",
            "..md",
            "...md",
            "a.md.md",
            "CON.md",
            "$(touch x).md",
            "`x`.md",
            "%2e%2e.md",
            "*.md",
            "?.md",
            "[a].md",
            "{a}.md",
            "#.md",
            ";.md",
            utf8("caf\u00e9.md"),
            utf8("cafe\u0301.md"),
            utf8("\ud83c\udf31.md"),
            utf8("\u202egnp.md"),
            utf8("\u200b.md"),
            "latin-\u00e9.md",
            "broken-\u00ff\u00fe.md",
            "overlong-\u00c0\u00af.md",
            "n".repeat(240) + ".md",
            "readme.txt",
            "picture.png",
            "no-extension");

    private static final List<String> FOLDERS = List.of(
            "",
            "",
            "",
            "notes/",
            "Notes/",
            ".hidden/",
            "-x/",
            "a b/",
            "d/".repeat(120),
            utf8("caf\u00e9/"),
            "f\u00ff/");

    private static final List<String> TARGETS = List.of(
            "mint.md", "loop.md", ".", "..", "/etc/passwd", "../../outside.md", "nowhere.md", "/dev/zero", "a\nb");

    private record Entry(FileMode mode, byte[] content) {}

    private final Map<String, Entry> entries = new TreeMap<>();
    private final RandomGenerator random;
    private int number;

    OddTree(RandomGenerator random) {
        this.random = random;
    }

    /** Adds, changes and removes some entries. */
    void change() {
        int changes = 1 + random.nextInt(12);
        for (int i = 0; i < changes; i++) {
            number++;
            String path = OddFiles.pick(random, FOLDERS) + OddFiles.pick(random, NAMES);
            if (entries.containsKey(path) && random.nextInt(3) == 0) {
                entries.remove(path);
            } else {
                entries.put(path, entry());
            }
        }
    }

    void clear() {
        entries.clear();
    }

    ObjectId write(ObjectInserter inserter) throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        for (Map.Entry<String, Entry> each : entries.entrySet()) {
            DirCacheEntry entry = new DirCacheEntry(each.getKey().getBytes(StandardCharsets.ISO_8859_1));
            FileMode mode = each.getValue().mode();
            entry.setFileMode(mode);
            entry.setObjectId(
                    mode == FileMode.GITLINK
                            ? inserter.idFor(
                                    Constants.OBJ_COMMIT, each.getValue().content())
                            : inserter.insert(
                                    Constants.OBJ_BLOB, each.getValue().content()));
            builder.add(entry);
        }
        builder.finish();
        return index.writeTree(inserter);
    }

    private Entry entry() {
        return switch (random.nextInt(12)) {
            case 0 -> new Entry(FileMode.SYMLINK, OddFiles.bytes(OddFiles.pick(random, TARGETS)));
            case 1 -> new Entry(FileMode.GITLINK, OddFiles.bytes("elsewhere " + number));
            case 2 -> new Entry(FileMode.EXECUTABLE_FILE, OddFiles.content(random, number));
            default -> new Entry(FileMode.REGULAR_FILE, OddFiles.content(random, number));
        };
    }

    private static String utf8(String text) {
        return new String(OddFiles.bytes(text), StandardCharsets.ISO_8859_1);
    }
}
