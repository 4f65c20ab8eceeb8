package org.graphgarden.inference.link.type;

import java.util.regex.Pattern;

/** English words before a name that tell how what is named stands to the text that names it. */
enum Cue {
    NEED("requir(?:es?|ing)|needs?|needing|depend(?:s|ing)? (?:up)?on|rel(?:y|ies|ying) on|presuppos(?:es?|ing)"
            + "|buil(?:ds?|ding|t) (?:up)?on|prerequisites?:?|prerequisites? (?:is|are|include)|(?:grounded|rooted) in"
            + "|based on|combined with|after|uses|using|via"),
    ENABLE("enabl(?:es?|ing)|supports?|supporting|leads? to|leading to|foundations? (?:for|of)"
            + "|(?:precondition|prerequisite)s? (?:for|of|to)|paves? the way (?:for|to)|allows?(?: for)?|allowing(?: for)?"
            + "|facilitat(?:es?|ing)|prepar(?:es?|ing) for|feeds? into|input (?:for|to)|basis (?:for|of)"),
    CONTRAST("alternatives? to|instead of|rather than|as opposed to|in contrast to|unlike|versus|vs\\.?"
            + "|compar(?:ed|es|ing|ison) (?:to|with)|replac(?:es?|ing)|differs? from|similar to"),
    CASE_OF(
            "(?:kind|type|form|varia(?:nt|tion)|version|case|application|extension|subset|example|branch|speciali[sz]ation"
                    + "|subtype|component|part|element|instance|aspect) of|extends|extending|inherits from|derived from"),
    FOR_EXAMPLE("such as|includ(?:es?|ing)|like|e\\.g\\.,?|for example,?|for instance,?");

    private static final String ARTICLES =
            "(?: (?:an?|the|this|that|its|their|our|strong|effective|existing|traditional)){0,2}";

    private final Pattern words;

    Cue(String words) {
        this.words = Pattern.compile("\\b(?:" + words + ")" + ARTICLES + "\\W{1,3}$", Pattern.CASE_INSENSITIVE);
    }

    /** Whether a text ends with this cue: the name would come next. */
    boolean endsWith(String text) {
        return words.matcher(text).find();
    }
}
