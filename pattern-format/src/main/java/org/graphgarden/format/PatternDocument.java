package org.graphgarden.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;

/** One pattern file as it was read: what people say in it, what the machine wrote, and its bytes. Immutable. */
public final class PatternDocument {

    private final byte[] bytes;
    private final FrontMatterFences fences;
    private final MappingNode root;
    private final Blueprint blueprint;
    private final FrontMatter frontMatter;
    private final Optional<GardenSection> section;

    /**
     * @param text the text between the fences
     * @param root its tree
     */
    PatternDocument(byte[] bytes, FrontMatterFences fences, String text, MappingNode root, FrontMatter frontMatter) {
        this.bytes = bytes;
        this.fences = fences;
        this.root = root;
        this.blueprint = Blueprint.of(text, root);
        this.frontMatter = frontMatter;
        this.section = blueprint.block().map(block -> SectionReader.read(block.value()));
    }

    /** What people say in the front matter. */
    public FrontMatter frontMatter() {
        return frontMatter;
    }

    /** The slug; the id when the file has no slug. */
    public String slug() {
        return frontMatter.slug();
    }

    /** The garden section as it stands in the file, if it has one. */
    public Optional<GardenSection> section() {
        return section;
    }

    /** Where the garden block lies in the file. */
    public BlockSpan blockSpan() {
        return BlockSpan.of(fences, blueprint);
    }

    /** Whether the file says {@code graph_garden: false}. */
    public boolean optedOut() {
        return blueprint
                .block()
                .map(block -> block.value() instanceof Part.Scalar scalar && scalar.kind() == Part.Kind.FALSE)
                .orElse(false);
    }

    /** Why the file will not be written, if so. */
    public Optional<Problem> obstacle() {
        return blueprint.obstacle();
    }

    /** What is doubtful in the file, in file order; none of it keeps the file from being read. */
    public List<Problem> warnings() {
        return SectionChecks.check(this);
    }

    /** The Markdown behind the front matter. */
    public String body() {
        return Utf8.decode(bytes, fences.bodyStart(), bytes.length);
    }

    /** The whole file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * SHA-256, as 64 lower-case hexadecimal digits, of the file without its garden block and without the comment banner of
     * that block. Adding, rewriting or removing the block does not change it.
     */
    public String contentHash() {
        MessageDigest digest = sha256();
        digest.update(bytes, 0, fences.frontStart());
        digest.update(foreignText().getBytes(StandardCharsets.UTF_8));
        digest.update(bytes, fences.frontEnd(), bytes.length - fences.frontEnd());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The front matter text without the block and its banner. */
    public String foreignText() {
        StringBuilder text = new StringBuilder(blueprint.text());
        Optional<GardenBlock> block = blueprint.ownLines();
        Optional<Banners.Span> banner = Banners.ofGarden(blueprint.text(), block);
        int blockStart = block.map(GardenBlock::start).orElse(-1);
        // The one further behind goes first, so that the other's offsets stay right.
        if (banner.isPresent() && banner.get().start() > blockStart) {
            text.delete(banner.get().start(), banner.get().end());
        }
        block.ifPresent(found -> text.delete(found.start(), found.end()));
        if (banner.isPresent() && banner.get().start() < blockStart) {
            text.delete(banner.get().start(), banner.get().end());
        }
        return text.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    Blueprint blueprint() {
        return blueprint;
    }

    /** The whole front matter as it was read; not to be changed. */
    MappingNode root() {
        return root;
    }

    FrontMatterFences fences() {
        return fences;
    }

    /** The file's bytes themselves, not to be changed. */
    byte[] rawBytes() {
        return bytes;
    }
}
