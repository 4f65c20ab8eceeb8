package org.graphgarden.inference.stream;

import java.util.List;
import org.graphgarden.inference.advice.AdviceRules;
import org.graphgarden.inference.chat.AnswerDesk;
import org.graphgarden.inference.garden.GardenInference;
import org.graphgarden.inference.profile.Profile;

/**
 * The language model that garden tasks turn to.
 *
 * @param rules what is asked, and what answers may change
 * @param desk has questions answered
 */
record Counsel(AdviceRules rules, AnswerDesk desk) {
    /** The models under the name of all that makes their results. */
    static GardenInference.Models named(GardenInference.Models models, AdviceRules rules) {
        return new GardenInference.Models() {
            @Override
            public String name() {
                return models.name() + "+" + rules.name();
            }

            @Override
            public GardenInference open(List<Profile> profiles) {
                return models.open(profiles);
            }
        };
    }
}
