package org.graphgarden.ingest.change;

/**
 * What ingest remembers of a pattern file.
 *
 * @param path path inside its repository
 * @param blob Git object id of the whole file
 * @param slug slug of the pattern
 * @param id the front matter's id, or empty
 * @param contentHash hash of the file without its garden section
 * @param bodyHash hash of the text behind the front matter; empty when there is none
 * @param evidence hash of the entities in the section that Graph Garden did not plant; they are input of the inference
 * @param feedback hash of what stewards' edits say of the entries of its section; empty when they say nothing
 */
public record PatternFile(
        String path,
        String blob,
        String slug,
        String id,
        String contentHash,
        String bodyHash,
        String evidence,
        String feedback) {

    public PatternFile {
        if (path.isEmpty() || slug.isEmpty()) {
            throw new IllegalArgumentException("path and slug must not be empty, are '" + path + "', '" + slug + "'");
        }
    }

    /** A file of whose entries stewards said nothing, as far as is known. */
    public PatternFile(
            String path, String blob, String slug, String id, String contentHash, String bodyHash, String evidence) {
        this(path, blob, slug, id, contentHash, bodyHash, evidence, "");
    }

    /** The same file with other feedback. */
    public PatternFile withFeedback(String hash) {
        return hash.equals(feedback)
                ? this
                : new PatternFile(path, blob, slug, id, contentHash, bodyHash, evidence, hash);
    }

    /**
     * Whether nothing that concerns anyone downstream differs. What Graph Garden wrote into the section does not, so its
     * own commits cause no work when they come back.
     */
    public boolean saysTheSameAs(PatternFile other) {
        return path.equals(other.path)
                && slug.equals(other.slug)
                && contentHash.equals(other.contentHash)
                && evidence.equals(other.evidence)
                && feedback.equals(other.feedback);
    }
}
