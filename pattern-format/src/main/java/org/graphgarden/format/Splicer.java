package org.graphgarden.format;

/** Writes a revised section into a file, touching no other byte. Pure. */
public final class Splicer {

    private Splicer() {}

    /**
     * Splices a revised section into a document. Entries that keep their values keep their bytes; entries that come from
     * the document (by their origin) are rewritten where they stand; entries left out go; the others are new.
     *
     * @param document the file as it was read
     * @param revised what its section should say; no date means the date stays as it is
     */
    public static SpliceResult splice(PatternDocument document, GardenSection revised) {
        if (document.section().orElse(GardenSection.EMPTY).equals(revised)) {
            return new SpliceResult.Unchanged();
        }
        return new SpliceResult.Refused(
                document.obstacle().orElse(new Problem(ProblemCode.NOT_PROVEN, 0, 0, "writing is still to come")));
    }
}
