package org.graphgarden.standalone.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.graphgarden.events.EntryKind;
import org.graphgarden.settings.EnumWords;
import org.graphgarden.standalone.tend.Publish;
import org.graphgarden.standalone.undo.Author;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads flag values; a value that cannot be read is refused with a remedy. */
final class Converters {
    private Converters() {}

    static final class Date implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(
                        "'" + value + "' is not a day of the calendar; write it as YYYY-MM-DD, such as 2026-03-01");
            }
        }
    }

    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            try {
                int count = Integer.parseInt(value);
                if (count >= 1) {
                    return count;
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw new TypeConversionException("'" + value + "' is not a count; give a whole number of 1 or more");
        }
    }

    static final class Share implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            try {
                double share = Double.parseDouble(value);
                if (share > 0 && share <= 1) {
                    return share;
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw new TypeConversionException(
                    "'" + value + "' is not a share; give a number above 0 and not above 1, such as 0.2");
        }
    }

    static final class Publishing implements ITypeConverter<Publish> {
        @Override
        public Publish convert(String value) {
            return constant(Publish.values(), value);
        }
    }

    static final class Switch implements ITypeConverter<OnOff> {
        @Override
        public OnOff convert(String value) {
            return constant(OnOff.values(), value);
        }
    }

    static final class Kind implements ITypeConverter<EntryKind> {
        @Override
        public EntryKind convert(String value) {
            EntryKind[] known = {EntryKind.ENTITY, EntryKind.COMMUNITY, EntryKind.LINK, EntryKind.SECTION};
            return constant(known, value);
        }
    }

    static final class By implements ITypeConverter<Author> {
        @Override
        public Author convert(String value) {
            try {
                return Author.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        e.getMessage() + "; write a name, or a name and an address: 'Ann <ann@example.org>'");
            }
        }
    }

    private static <E extends Enum<E>> E constant(E[] constants, String value) {
        return Arrays.stream(constants)
                .filter(constant -> EnumWords.of(constant).equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + value + "' is not known; use one of "
                        + Arrays.stream(constants).map(EnumWords::of).collect(Collectors.joining(", "))));
    }
}
