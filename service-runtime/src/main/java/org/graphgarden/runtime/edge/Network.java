package org.graphgarden.runtime.edge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * Addresses with a common beginning, such as {@code 10.1.0.0/16}, or a single one.
 *
 * @param address any of them: 4 or 16 bytes
 * @param bits how many bits of the beginning count
 */
public record Network(List<Byte> address, int bits) {

    /** 0 to 255; anything else with dots would be looked up as a name. */
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int CLIENT_BYTES = 8;

    public Network {
        address = List.copyOf(address);
        if (bits < 0 || bits > address.size() * Byte.SIZE) {
            throw new IllegalArgumentException("bits is " + bits + ", not between 0 and " + address.size() * Byte.SIZE);
        }
    }

    /**
     * Reads {@code ADDRESS} or {@code ADDRESS/BITS}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Network of(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress address = literal(parts[0])
                .orElseThrow(() -> new IllegalArgumentException(text + " is no address or network of addresses"));
        int all = address.getAddress().length * Byte.SIZE;
        return new Network(boxed(address.getAddress()), parts.length == 1 ? all : Integer.parseInt(parts[1]));
    }

    /** An address from its digits; empty for anything else: names are never looked up. */
    static Optional<InetAddress> literal(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** What tells callers apart: an address, or of a long one the half that a subscriber gets as a whole. */
    static String ofCaller(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, CLIENT_BYTES)));
    }

    boolean holds(InetAddress other) {
        byte[] bytes = other.getAddress();
        if (bytes.length != address.size()) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int at = bit / Byte.SIZE;
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((bytes[at] & mask) != (address.get(at) & mask)) {
                return false;
            }
        }
        return true;
    }

    /** For settings that list networks. */
    static ConfigDef.Validator onlyNetworks() {
        return ConfigDef.LambdaValidator.with(Network::check, () -> "list of addresses or ADDRESS/BITS");
    }

    private static void check(String name, Object value) {
        if (value instanceof List<?> list) {
            for (Object each : list) {
                try {
                    of(String.valueOf(each));
                } catch (IllegalArgumentException e) {
                    throw new ConfigException(name, each, "is no address and no network such as 10.1.0.0/16");
                }
            }
        }
    }

    private static List<Byte> boxed(byte[] bytes) {
        Byte[] boxed = new Byte[bytes.length];
        Arrays.setAll(boxed, i -> bytes[i]);
        return List.of(boxed);
    }
}
