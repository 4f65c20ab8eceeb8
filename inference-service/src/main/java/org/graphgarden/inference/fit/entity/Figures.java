package org.graphgarden.inference.fit.entity;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as they are written into model files. */
final class Figures {
    private static final MathContext DIGITS = new MathContext(6);

    private Figures() {}

    /** Six significant digits: what is read again is what was written. */
    static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
