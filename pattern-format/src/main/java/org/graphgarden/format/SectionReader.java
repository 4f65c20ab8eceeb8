package org.graphgarden.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads a garden section in every shape that libraries have it in; what cannot be read stands as an empty entry. */
final class SectionReader {

    private static final int DATE_LENGTH = "2026-01-31".length();

    private SectionReader() {}

    static GardenSection read(Part block) {
        if (!(block instanceof Part.Mapping section)) {
            return GardenSection.EMPTY;
        }
        return new GardenSection(
                date(section.text(List.of(EntryFields.LAST_PRUNED))),
                list(section, EntryFields.ENTITIES, SectionReader::entity),
                list(section, EntryFields.COMMUNITIES, SectionReader::community),
                list(section, EntryFields.LINKS, SectionReader::link));
    }

    /** The date at the beginning of a date or timestamp. */
    static Optional<LocalDate> date(String text) {
        if (text.length() < DATE_LENGTH
                || (text.length() > DATE_LENGTH && "Tt ".indexOf(text.charAt(DATE_LENGTH)) < 0)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.substring(0, DATE_LENGTH)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private interface EntryReader<E> {
        E read(Part value, int index);
    }

    private static <E> List<E> list(Part.Mapping section, String key, EntryReader<E> reader) {
        List<E> entries = new ArrayList<>();
        if (section.field(key).map(Part.Field::value).orElse(null) instanceof Part.Sequence sequence) {
            for (Part.Item item : sequence.items()) {
                entries.add(reader.read(item.value(), entries.size()));
            }
        }
        return entries;
    }

    private static EntityEntry entity(Part part, int index) {
        if (part instanceof Part.Mapping map) {
            String id = map.text(EntryFields.ID);
            String label = map.text(EntryFields.LABEL);
            return new EntityEntry(
                    id,
                    map.text(EntryFields.TYPE),
                    label,
                    Nodes.number(map.text(EntryFields.RELEVANCE)),
                    new Origin(index, id.isEmpty() ? label : id));
        }
        String label = Part.textOf(part);
        return new EntityEntry("", "", label, OptionalDouble.empty(), new Origin(index, label));
    }

    private static CommunityEntry community(Part part, int index) {
        if (part instanceof Part.Mapping map) {
            String id = map.text(EntryFields.ID);
            return new CommunityEntry(
                    id,
                    map.text(EntryFields.LABEL),
                    map.text(EntryFields.SOURCE),
                    Nodes.number(map.text(EntryFields.CONFIDENCE)),
                    new Origin(index, id));
        }
        String id = Part.textOf(part);
        return new CommunityEntry(id, "", "", OptionalDouble.empty(), new Origin(index, id));
    }

    private static LinkEntry link(Part part, int index) {
        if (part instanceof Part.Mapping map) {
            String target = map.text(EntryFields.TARGET);
            return new LinkEntry(
                    target,
                    map.text(EntryFields.TYPE),
                    Nodes.number(map.text(confidenceKeys(map))),
                    map.text(EntryFields.REASON),
                    new Origin(index, target));
        }
        String target = Part.textOf(part);
        return new LinkEntry(target, "", OptionalDouble.empty(), "", new Origin(index, target));
    }

    /** A strength of more than 1 is a count, which says nothing of confidence. */
    static List<String> confidenceKeys(Part.Mapping link) {
        boolean share = link.field(EntryFields.CONFIDENCE.get(0)).isEmpty()
                && Nodes.number(link.text(EntryFields.STRENGTH)).orElse(2) <= 1;
        return share ? EntryFields.STRENGTH : EntryFields.CONFIDENCE;
    }
}
