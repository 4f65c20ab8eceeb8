package org.graphgarden.inference.fit.link;

/** A smooth function to be made small. */
interface Loss {
    /**
     * Its value.
     *
     * @param gradient gets the derivatives added
     */
    double at(double[] parameters, double[] gradient);
}
