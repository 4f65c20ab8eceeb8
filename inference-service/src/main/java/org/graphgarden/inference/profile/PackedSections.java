package org.graphgarden.inference.profile;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.graphgarden.inference.profile.Profile.TextSection;

/**
 * The sections of a text, compressed until they are asked for. Equal to any list of the same sections; go through it with an iterator,
 * which unpacks once.
 */
final class PackedSections extends AbstractList<TextSection> {
    /** Stands between headings and texts; no text of a Markdown document has it. */
    private static final char END = '\0';

    private final byte[] packed;
    private final int length;
    private final int size;

    private PackedSections(byte[] packed, int length, int size) {
        this.packed = packed;
        this.length = length;
        this.size = size;
    }

    /** Packs the sections; gives them back as they are when they cannot be. */
    static List<TextSection> of(List<TextSection> sections) {
        StringBuilder all = new StringBuilder();
        sections.forEach(section ->
                all.append(section.heading()).append(END).append(section.text()).append(END));
        byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            byte[] packed = new byte[bytes.length + 64];
            deflater.setInput(bytes);
            deflater.finish();
            int taken = deflater.deflate(packed);
            PackedSections done = new PackedSections(Arrays.copyOf(packed, taken), bytes.length, sections.size());
            // A lone surrogate or a zero character would not come back as it was.
            return deflater.finished() && done.sections().equals(sections) ? done : sections;
        } finally {
            deflater.end();
        }
    }

    private List<TextSection> sections() {
        String[] pieces = unpacked().split(String.valueOf(END), -1);
        List<TextSection> sections = new ArrayList<>(size);
        for (int i = 0; i + 1 < pieces.length; i += 2) {
            sections.add(new TextSection(pieces[i], pieces[i + 1]));
        }
        return sections;
    }

    private String unpacked() {
        Inflater inflater = new Inflater(true);
        try {
            byte[] bytes = new byte[length];
            inflater.setInput(packed);
            int read = 0;
            while (read < length) {
                read += inflater.inflate(bytes, read, length - read);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (DataFormatException damaged) {
            throw new IllegalStateException("packed by this process, and damaged since", damaged);
        } finally {
            inflater.end();
        }
    }

    @Override
    public TextSection get(int index) {
        return sections().get(index);
    }

    @Override
    public Iterator<TextSection> iterator() {
        return sections().iterator();
    }

    @Override
    public int size() {
        return size;
    }
}
