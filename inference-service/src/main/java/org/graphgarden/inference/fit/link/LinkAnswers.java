package org.graphgarden.inference.fit.link;

import java.util.List;
import org.graphgarden.inference.evaluation.GoldLink;
import org.graphgarden.inference.evaluation.Judgement;
import org.graphgarden.inference.profile.Profile;

/**
 * One garden to fit on. What the profiles say of curated relationships is not looked at: it is among the links.
 *
 * @param name name for people
 * @param profiles its patterns
 * @param links links that people made, as far as they are to be trusted
 * @param judged pairs of which a reader said whether to keep them; may be empty
 */
public record LinkAnswers(String name, List<Profile> profiles, List<GoldLink> links, List<Judgement> judged) {
    public LinkAnswers {
        profiles = List.copyOf(profiles);
        links = List.copyOf(links);
        judged = List.copyOf(judged);
    }
}
