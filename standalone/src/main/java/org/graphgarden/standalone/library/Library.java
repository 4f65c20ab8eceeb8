package org.graphgarden.standalone.library;

import java.util.List;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.standalone.tend.Refused;

/**
 * What a library holds, as inference sees it.
 *
 * @param name short name, after the folder or address
 * @param commit commit that was read, 40 hexadecimal digits; empty when a plain folder was
 * @param profiles one for each pattern, by slug
 * @param refused files that mean to be patterns but cannot be, by path
 * @param sentenceModel name of the model behind the profiles' embeddings; {@code none} without one
 */
public record Library(String name, String commit, List<Profile> profiles, List<Refused> refused, String sentenceModel) {
    public Library {
        profiles = List.copyOf(profiles);
        refused = List.copyOf(refused);
    }
}
