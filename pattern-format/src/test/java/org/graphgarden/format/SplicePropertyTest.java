package org.graphgarden.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class SplicePropertyTest {

    @Property(seed = "1", tries = 150)
    void shouldProveEveryRevisionWhenFrontMatterHasAnyShape(@ForAll long seed) {
        // given
        byte[] file = GeneratedFrontMatter.file(seed).getBytes(UTF_8);
        GardenSection section = Fixtures.section(Fixtures.document(file));

        // when, then
        for (GardenSection revised : Revisions.of(section).values()) {
            byte[] once = SpliceAssertions.spliceAndProve(file, revised);
            GardenSection there = Fixtures.section(Fixtures.document(once));
            SpliceAssertions.spliceAndProve(once, Revisions.filled(there));
        }
    }

    @Property(seed = "1", tries = 200)
    void shouldSayWhatWasAskedWhenAnyTextIsWritten(
            @ForAll @Size(max = 40) String text, @ForAll @Size(max = 20) String other) {
        // given
        String label = "x" + text;
        byte[] file = Fixtures.fixture("current.md");
        GardenSection section = Fixtures.section(Fixtures.document(file));
        GardenSection revised = section.withEntities(List.of(
                        new EntityEntry("y" + other, "z" + text, label, 1.0),
                        section.entities().get(0)))
                .withLinks(List.of(section.links().get(0).withReason(text).withTarget("t" + other)));

        // when
        GardenSection result = Fixtures.section(Fixtures.document(SpliceAssertions.spliceAndProve(file, revised)));

        // then
        assertThat(result.entities().get(0).label()).isEqualTo(Scalars.storable(label));
        assertThat(result.entities().get(0).id()).isEqualTo(Scalars.storable("y" + other));
        assertThat(result.links().get(0).target()).isEqualTo(Scalars.storable("t" + other));
    }

    /** Whatever a damaged file is taken for: no exception, and no foreign byte changed. */
    @Property(seed = "1", tries = 1000)
    void shouldNeverTouchForeignBytesWhenFileIsDamaged(@ForAll long seed) {
        checkDamaged(seed);
    }

    @Example
    void shouldTakeAKeyThatEndsInAColonForForeign() {
        // "graph_garden::" comes of this one
        checkDamaged(5817020070408L);
    }

    @Example
    void shouldKeepACommentAtTheMarginWhenEntriesBehindItGo() {
        // "#  inferred_links:" comes of this one
        checkDamaged(7579116389346567899L);
    }

    private static void checkDamaged(long seed) {
        // given
        Random random = new Random(seed);
        byte[] file = damaged(original(random, seed), random);

        // when
        if (!(PatternReader.read(file) instanceof ReadResult.Pattern pattern)) {
            return;
        }
        PatternDocument document = pattern.document();
        document.warnings();
        for (GardenSection revised : Revisions.of(Fixtures.section(document)).values()) {
            SpliceResult result = Splicer.splice(document, revised);

            // then
            if (result instanceof SpliceResult.Spliced spliced) {
                assertOneChange(file, spliced);
                assertBlockTold(spliced);
                SpliceAssertions.assertForeignBytesKept(file, spliced.bytes());
            }
        }
    }

    private static byte[] original(Random random, long seed) {
        return switch (random.nextInt(4)) {
            case 0 -> Fixtures.fixture("current.md");
            case 1 -> Fixtures.fixture("older.md");
            case 2 -> Fixtures.fixture("bare.md");
            default -> GeneratedFrontMatter.file(seed).getBytes(UTF_8);
        };
    }

    private static byte[] damaged(byte[] original, Random random) {
        String signs = "\n\n  --::##\"'[]{},&*!|>%@`\t\r?~abc0.\u0000";
        List<Byte> bytes = new ArrayList<>();
        for (byte b : original) {
            bytes.add(b);
        }
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(bytes.size());
            byte sign = random.nextInt(12) == 0
                    ? (byte) random.nextInt(256)
                    : (byte) signs.charAt(random.nextInt(signs.length()));
            switch (random.nextInt(3)) {
                case 0 -> bytes.set(at, sign);
                case 1 -> bytes.add(at, sign);
                default -> bytes.remove(at);
            }
        }
        byte[] out = new byte[bytes.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = bytes.get(i);
        }
        return out;
    }

    /** Where the block is said to lie is where it is found when the file is read anew. */
    private static void assertBlockTold(SpliceResult.Spliced spliced) {
        PatternDocument read = ((ReadResult.Pattern) PatternReader.read(spliced.bytes())).document();
        GardenBlock block = read.blueprint().block().orElseThrow();
        assertThat(spliced.block()).isEqualTo(read.blockSpan());
        assertThat(spliced.block().in(spliced.bytes()))
                .isEqualTo(read.blueprint().text().substring(block.start(), block.end()));
    }

    private static void assertOneChange(byte[] file, SpliceResult.Spliced spliced) {
        byte[] before = spliced.before().getBytes(UTF_8);
        byte[] after = spliced.after().getBytes(UTF_8);
        int rest = file.length - before.length;
        assertThat(spliced.bytes()).hasSize(rest + after.length);
        int head = Math.max(0, Arrays.mismatch(file, spliced.bytes()));
        int tail = 0;
        while (tail < rest - Math.min(head, rest)
                && file[file.length - 1 - tail] == spliced.bytes()[spliced.bytes().length - 1 - tail]) {
            tail++;
        }
        assertThat(head + tail).isGreaterThanOrEqualTo(rest);
    }
}
