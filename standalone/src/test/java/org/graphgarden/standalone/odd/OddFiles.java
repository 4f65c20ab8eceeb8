package org.graphgarden.standalone.odd;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Contents that a pattern file should not have, and some that it may have. */
final class OddFiles {

    private static final int LARGEST = 768 * 1024;

    private static final List<String> SLUGS = List.of(
            "twin",
            "twin",
            "Twin",
            "a/b",
            "../../etc/passwd",
            "100%",
            "%2e%2e%2f",
            "#1",
            "'#1'",
            "\"\\u0000\"",
            "\"line\\nbreak\"",
            "🌱",
            "cafe\u0301",
            "caf\u00e9",
            "2026-03-01",
            "7",
            "null",
            "~",
            "''",
            "[one, two]",
            "{one: two}",
            "!!binary aGk=",
            "s".repeat(255),
            "s".repeat(256),
            "s".repeat(5000));

    private static final List<String> FRONTS = List.of(
            "",
            "\n",
            "title: no slug\n",
            "- slug\n- id\n",
            "slug",
            "{slug: flow, title: \"Flow\"}\n",
            "slug: [\n",
            "slug: a\nslug: b\n",
            "slug: tab\n\ttitle: tab\n",
            "slug: bomb\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [" + "*c, ".repeat(60) + "*c]\n",
            "slug: loop\na: &a\n  b: *a\n",
            "slug: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1/\"]]\n",
            "slug: tagged\nx: !!java.io.File /etc/passwd\n",
            "slug: deep\nx: " + "[".repeat(300) + "]".repeat(300) + "\n",
            "slug: &s anchored\nid: *s\n",
            "<<: {slug: merged}\n",
            "slug: opted-out\ngraph_garden: false\n",
            "slug: section\ngraph_garden:\n  inferred_links: nothing\n",
            "slug: twice\ngraph_garden: {}\ngraph_garden: {}\n",
            "slug: long\nx: \"" + "x".repeat(300 * 1024) + "\"\n",
            "slug: nul\u0000\n",
            "? slug\n: complex\n",
            "slug: >-\n  folded\n  text\n",
            "%YAML 9.9\n",
            "id: by-id\n",
            "id: 12\ntitle: 13\n");

    private OddFiles() {}

    /** The content of some file; {@code number} tells files apart that mean to be different patterns. */
    static byte[] content(RandomGenerator random, int number) {
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> pattern("plain-" + number, "Body " + number);
            case 4, 5 -> pattern(pick(random, SLUGS), "Body");
            case 6, 7, 8 -> bytes("---\n" + pick(random, FRONTS) + "---\nBody\n");
            case 9 -> bytes("---\r\nslug: crlf-" + number + "\r\n---\r\nBody\r\n");
            case 10 -> bytes("\uFEFF---\nslug: bom-" + number + "\n---\nBody\n");
            case 11 -> binary(random);
            case 12 ->
                pick(
                        random,
                        List.of(
                                new byte[0],
                                bytes("\n"),
                                bytes("---"),
                                bytes("---\n"),
                                bytes("----\nslug: x\n----\n"),
                                bytes("---\nslug: no-end\n"),
                                bytes("Text only.\n")));
            case 13 -> withBadByte(pattern("bad-byte-" + number, "Body ?"));
            case 14 ->
                bytes("version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 12\n");
            default -> random.nextInt(5) == 0 ? large(random, number) : pattern("other-" + number, "");
        };
    }

    private static byte[] pattern(String slug, String body) {
        return bytes("---\nslug: " + slug + "\ntitle: A title\n---\n\n" + body + "\n");
    }

    private static byte[] large(RandomGenerator random, int number) {
        int size = random.nextInt(4) == 0 ? LARGEST + random.nextInt(3) : 337_000;
        String start = "---\nslug: large-" + number + "\n---\n";
        return bytes(start + "word ".repeat((size - start.length()) / 5 + 1));
    }

    private static byte[] binary(RandomGenerator random) {
        byte[] bytes = new byte[random.nextInt(2000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] withBadByte(byte[] content) {
        content[content.length - 2] = (byte) 0xff;
        return content;
    }

    static <T> T pick(RandomGenerator random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
