package org.graphgarden.standalone.tend;

/** The stages of a run, in the order in which they begin; import, profiles and inference overlap. */
public enum Stage {
    BROKER("broker"),
    IMPORT("import"),
    PROFILE("profiles"),
    INFER("inference"),
    PRUNE("prune");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    /** Name for people and reports. */
    public String title() {
        return title;
    }
}
