package org.graphgarden.pruner.plan;

/** Which decisions a garden allows. */
public enum Decisions {
    /** Every one. */
    ALL,
    /** Only those that add entries: nothing that stands is changed or taken away. */
    PLANT,
    /** Only those about what stands: it is dropped, weakened and mended, and nothing is added. */
    DROP;

    /** Whether entries may be added. */
    public boolean plants() {
        return this != DROP;
    }

    /** Whether entries that stand may be changed or taken away. */
    public boolean drops() {
        return this != PLANT;
    }
}
