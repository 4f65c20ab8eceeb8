package org.graphgarden.standalone;

import org.graphgarden.inference.stream.InferenceSettings;
import org.graphgarden.settings.Declarations;

/** Every section that the {@code garden} command knows, in the order of the reference. */
public final class GardenDeclarations {
    /** All of them. */
    public static final Declarations ALL = Declarations.with(InferenceSettings.SECTION);

    private GardenDeclarations() {}
}
