package org.graphgarden.inference.garden;

import java.util.List;
import org.graphgarden.inference.profile.Profile;

/**
 * Infers entities and links over one frozen set of profiles, an epoch. What it answers depends on that set alone: neither on
 * the order of the profiles nor on the order of the questions.
 */
public interface GardenInference {

    /**
     * Infers one pattern.
     *
     * @throws IllegalArgumentException when the slug is not in the epoch
     */
    Enrichment enrich(String slug);

    /** Opens epochs with one set of models. */
    interface Models {
        /** Name and version of the models, as enriched records carry it. */
        String name();

        /** Opens an epoch over these profiles. Slugs are unique; the order does not matter. */
        GardenInference open(List<Profile> profiles);
    }
}
