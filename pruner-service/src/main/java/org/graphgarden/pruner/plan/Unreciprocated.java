package org.graphgarden.pruner.plan;

import org.graphgarden.settings.EnumWords;

/** Why the other end of a link of a symmetric type lacks it. The id is a public contract: it stands in events and reports. */
public enum Unreciprocated {
    FADING("The link is no longer affirmed; it fades."),
    OPTED_OUT("The other file has opted out."),
    CLOSED("The other file's section cannot be written, or it says graph_garden: false."),
    EXCLUDED("The other file is none of those that may be revised."),
    NOT_ALLOWED("The garden allows no planting."),
    NOT_INFERRED("Nothing is known of the other pattern."),
    CURATED("People have related the two, and a steward pinned the link beside."),
    REJECTED("A steward rejected the pair, and one pinned the link."),
    OTHER_TYPE("Seen from the other end the type has a direction."),
    OTHER_END_FULL("The other section holds as many links as it may."),
    OVER_INCOMING_SHARE("As many links point at this pattern as may."),
    LATER("The next cycle will plant it: this one had its budget spent, or the files have changed since.");

    private final String meaning;

    Unreciprocated(String meaning) {
        this.meaning = meaning;
    }

    /** Name in events and reports, such as {@code other-end-full}. */
    public String id() {
        return EnumWords.of(this);
    }

    /** What it means, one sentence. */
    public String meaning() {
        return meaning;
    }
}
