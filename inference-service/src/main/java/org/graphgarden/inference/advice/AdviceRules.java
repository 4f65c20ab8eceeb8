package org.graphgarden.inference.advice;

/**
 * What is asked, and how much an answer may change. Everything here decides on results, so all of it is in the {@link #name}.
 *
 * @param model name of the language model
 * @param bandLow confidence from which on a pair is judged and its reason worded anew, greater than 0
 * @param bandHigh confidence up to which a pair is judged, greater than bandLow and less than 1
 * @param step how far a verdict moves a confidence towards the end of the band, greater than 0 and less than 1
 * @param judge whether pairs within the band are judged
 * @param rephrase whether reasons are worded anew
 * @param mostLinks links of a pattern that are judged, and that are worded anew, at most; 1 or more
 * @param mostCharacters characters of a question at most, {@value #LEAST_CHARACTERS} or more
 */
public record AdviceRules(
        String model,
        double bandLow,
        double bandHigh,
        double step,
        boolean judge,
        boolean rephrase,
        int mostLinks,
        int mostCharacters) {
    /** Room for the instructions and the beginnings of two texts. */
    public static final int LEAST_CHARACTERS = 2000;

    public AdviceRules {
        if (model.isBlank()) {
            throw new IllegalArgumentException("model is blank, but has to name a language model");
        }
        if (!(bandLow > 0 && bandLow < bandHigh && bandHigh < 1)) {
            throw new IllegalArgumentException(
                    "the band is " + bandLow + " to " + bandHigh + ", but has to be 0 < low < high < 1");
        }
        if (!(step > 0 && step < 1)) {
            throw new IllegalArgumentException("step is " + step + ", but has to be between 0 and 1");
        }
        if (mostLinks < 1) {
            throw new IllegalArgumentException("mostLinks is " + mostLinks + ", but has to be 1 or more");
        }
        if (mostCharacters < LEAST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "mostCharacters is " + mostCharacters + ", but has to be " + LEAST_CHARACTERS + " or more");
        }
    }

    /** Name and version, as part of the name of the models that made a record. */
    public String name() {
        return String.join(
                "-",
                model,
                Question.VERSION,
                bandLow + "to" + bandHigh,
                "by" + step,
                (judge ? "j" : "") + (rephrase ? "r" : "") + mostLinks,
                Integer.toString(mostCharacters));
    }

    boolean isInBand(double confidence) {
        return confidence >= bandLow && confidence <= bandHigh;
    }
}
