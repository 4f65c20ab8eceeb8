package org.graphgarden.pruner.plan;

/**
 * What a cycle may touch.
 *
 * @param decisions which decisions are allowed
 * @param olderFiles whether a file without a section gets one
 * @param only files that may be revised
 * @param except files that are left alone, even if {@code only} lets them through
 */
public record Scope(Decisions decisions, boolean olderFiles, FileFilter only, FileFilter except) {
    public static final Scope DEFAULT = new Scope(Decisions.ALL, true, FileFilter.ALL, FileFilter.NONE);

    /** Whether a cycle may revise the file at all, as its form, its stewards and the policy have it. */
    public boolean open(GardenState garden, SectionState section) {
        return section.form() != SectionState.Form.CLOSED
                && !garden.wishes(section.slug()).optedOut()
                && (section.present() || olderFiles)
                && includes(section);
    }

    /** Whether the file is among those that may be revised. */
    boolean includes(SectionState section) {
        return only.matches(section) && !except.matches(section);
    }
}
