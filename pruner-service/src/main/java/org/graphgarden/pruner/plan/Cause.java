package org.graphgarden.pruner.plan;

import org.graphgarden.settings.EnumWords;

/** Why a decision was taken. The id is a public contract: it stands in events and reports. */
public enum Cause {
    ABOVE_PLANT_THRESHOLD("The candidate's confidence reaches the plant threshold and the list has room.", 2),
    OTHER_END_LACKS_IT("The type is symmetric, the other end holds the link, and this end has room for it.", 2),
    ROOM_IN_LIST("The list is not full and holds neither this id nor this label.", 1),
    IN_TAXONOMY_DOMAIN("People gave the pattern this domain, and other patterns have it, too.", 1),
    BELONGS_TO_COMMUNITY("The pattern's entities and links lead into this group of patterns.", 1),
    SECTION_MISSING("The file had no section and gets one.", 0),
    NO_TARGET("The link names no target.", 4),
    TARGET_REMOVED("No pattern of the garden has the target's slug; the detail names the commit when it is known.", 4),
    TARGET_UNREADABLE("The target's file cannot be read.", 4),
    SELF_LINK("The link points at its own pattern.", 4),
    DUPLICATE("An earlier link of the section points at the same pattern.", 3),
    ALREADY_CURATED("People have related the two patterns, in one of the two files.", 3),
    REJECTED("A steward took it out; a link: out of either file, and the pair has not become much surer since.", 4),
    BELOW_DROP_THRESHOLD("The pair's confidence is below the drop threshold, or it is no candidate at all.", 2),
    NOT_REAFFIRMED(
            "Inference no longer supports what it once did: the confidence in the file fades by its half-life.", 1),
    OVER_LIMIT("The section holds as many links of higher confidence as it may.", 1),
    OVER_INCOMING_SHARE("As many links of higher confidence as may point at the target.", 2),
    DUPLICATE_ID("An earlier entry of the list has the same id.", 1),
    NAME_NOT_IN_TEXT("The person or organisation is not named in the text.", 1),
    TARGET_RENAMED("The target's slug has changed.", 4),
    TARGET_NAMED_BY_ID("The link named the target by its id.", 3),
    TYPE_CHANGED("The pair is of another link type now.", 1),
    CONFIDENCE_MOVED("The pair's confidence has moved by .05 or more, or the link had none.", 1),
    EVIDENCE_VANISHED("What the reason quotes stands in neither of the two files any longer.", 1),
    REFRESH_AGE("The section was looked at; its date was older than the refresh age.", 0),
    BROKEN_OFF(
            "A commit of ours holds it whose cycle was broken off before it could be told why; it would not be planned now.",
            0);

    private final String meaning;
    private final int worth;

    Cause(String meaning, int worth) {
        this.meaning = meaning;
        this.worth = worth;
    }

    /** Name in events and reports, such as {@code above-plant-threshold}. */
    public String id() {
        return EnumWords.of(this);
    }

    /** What it means, one sentence. */
    public String meaning() {
        return meaning;
    }

    /** What mending it is worth to a reader when a change budget allows only some revisions; 0 or more. */
    int worth() {
        return worth;
    }
}
