package org.graphgarden.inference.chat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.graphgarden.inference.advice.AdviceRules;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.settings.ConfigurationException;
import org.graphgarden.settings.Durations;
import org.graphgarden.settings.Secret;
import org.graphgarden.settings.Section;
import org.graphgarden.settings.Settings;

/**
 * What an operator chooses of a language model.
 *
 * @param baseUrl address of the endpoint, in front of {@code /chat/completions}
 * @param apiKey where the key stands
 * @param tokenLimitField the field of a request that limits the answer
 * @param maxTokens tokens of an answer at most
 * @param timeout for one try, response included
 * @param retries how often a question is asked again
 * @param concurrency questions at a time
 * @param retryFailedAfter age from which on a failure does not count any more
 * @param rules what is asked, and what answers may change
 */
public record LanguageModelSettings(
        URI baseUrl,
        Optional<Secret> apiKey,
        TokenLimitField tokenLimitField,
        int maxTokens,
        Duration timeout,
        int retries,
        int concurrency,
        Duration retryFailedAfter,
        AdviceRules rules) {
    /** Name of the section. */
    public static final String NAME = "language-model";

    private static final String ENABLED = "enabled";
    private static final String BASE_URL = "base-url";
    private static final String MODEL = "model";
    private static final String API_KEY = "api-key";
    private static final String JUDGE = "judge";
    private static final String REPHRASE = "rephrase";
    private static final String BAND_LOW = "band-low";
    private static final String BAND_HIGH = "band-high";
    private static final String STEP = "step";
    private static final String MOST_LINKS = "most-links";
    private static final String MAX_CHARACTERS = "max-prompt-characters";
    private static final String MAX_TOKENS = "max-tokens";
    private static final String TOKEN_LIMIT_FIELD = "token-limit-field";
    private static final String TIMEOUT = "timeout";
    private static final String RETRIES = "retries";
    private static final String CONCURRENCY = "concurrency";
    private static final String RETRY_FAILED_AFTER = "retry-failed-after";

    /** How endpoints call the limit of an answer. */
    enum TokenLimitField {
        MAX_TOKENS,
        MAX_COMPLETION_TOKENS;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static TokenLimitField of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** How these settings are written. */
    public static final Section SECTION = Section.of(
            NAME,
            "An optional language model that judges borderline links and words reasons anew. Whatever it fails to do stays as"
                    + " it is without it.",
            declaration());

    private static ConfigDef declaration() {
        return limits(new ConfigDef()
                .define(ENABLED, Type.BOOLEAN, false, Importance.HIGH, "Whether a language model is asked at all.")
                .define(
                        BASE_URL,
                        Type.STRING,
                        "",
                        EndpointAddress.validator(),
                        Importance.HIGH,
                        "Address of any endpoint that speaks OpenAI's chat completions, in front of /chat/completions, such as"
                                + " https://HOST/v1. A key is sent over https, or to this machine, only.")
                .define(MODEL, Type.STRING, "", Importance.HIGH, "Name of the model, as the endpoint knows it.")
                .define(
                        API_KEY,
                        Type.PASSWORD,
                        "",
                        Secret.onlyReferences(),
                        Importance.HIGH,
                        "Key of the endpoint; none is sent when it is empty.")
                .define(
                        JUDGE,
                        Type.BOOLEAN,
                        true,
                        Importance.MEDIUM,
                        "Whether it judges links whose confidence lies in the band.")
                .define(
                        REPHRASE,
                        Type.BOOLEAN,
                        true,
                        Importance.MEDIUM,
                        "Whether it words the reasons of links from the low end of the band on.")
                .define(
                        BAND_LOW,
                        Type.DOUBLE,
                        0.6,
                        Range.between(0.01, 0.99),
                        Importance.MEDIUM,
                        "Low end of the band; no verdict lowers a confidence below it. For verdicts to decide on planting, the band has to"
                                + " hold the prune thresholds.")
                .define(
                        BAND_HIGH,
                        Type.DOUBLE,
                        0.95,
                        Range.between(0.01, 0.99),
                        Importance.MEDIUM,
                        "High end of the band; no verdict raises a confidence above it.")
                .define(
                        STEP,
                        Type.DOUBLE,
                        0.5,
                        Range.between(0.01, 0.99),
                        Importance.LOW,
                        "Share of the way to an end of the band that a verdict moves a confidence."));
    }

    private static ConfigDef limits(ConfigDef declaration) {
        return declaration
                .define(
                        MOST_LINKS,
                        Type.INT,
                        8,
                        Range.between(1, 50),
                        Importance.MEDIUM,
                        "Links of a pattern that are judged at most, and that are worded anew at most, most confident first.")
                .define(
                        MAX_CHARACTERS,
                        Type.INT,
                        4000,
                        Range.between(AdviceRules.LEAST_CHARACTERS, 20_000),
                        Importance.LOW,
                        "Characters of a question at most, instructions included; texts are cut to fit.")
                .define(
                        MAX_TOKENS,
                        Type.INT,
                        150,
                        Range.between(20, 4000),
                        Importance.LOW,
                        "Tokens of an answer at most. Models that think first need more.")
                .define(
                        TOKEN_LIMIT_FIELD,
                        Type.STRING,
                        TokenLimitField.MAX_TOKENS.key(),
                        ValidString.in(TokenLimitField.MAX_TOKENS.key(), TokenLimitField.MAX_COMPLETION_TOKENS.key()),
                        Importance.LOW,
                        "Field of the request that says so: the old one is understood nearly everywhere, some newer models"
                                + " refuse it.")
                .define(
                        TIMEOUT,
                        Type.STRING,
                        "30s",
                        Durations.between("100ms", "60s"),
                        Importance.MEDIUM,
                        "Longest time of one request, answer included.")
                .define(
                        RETRIES,
                        Type.INT,
                        2,
                        Range.between(0, 5),
                        Importance.LOW,
                        "How often a question is asked again when it timed out, was refused for its rate, or the endpoint"
                                + " failed.")
                .define(
                        CONCURRENCY,
                        Type.INT,
                        2,
                        Range.between(1, 32),
                        Importance.MEDIUM,
                        "Questions of this process at a time.")
                .define(
                        RETRY_FAILED_AFTER,
                        Type.STRING,
                        "12h",
                        Durations.between("1m", "52w"),
                        Importance.LOW,
                        "Age from which on a failure is asked again, when its pattern is inferred again. Until then it stands,"
                                + " so that runs one after another give the same.");
    }

    public LanguageModelSettings {
        if (apiKey.isPresent() && !EndpointAddress.isSafe(baseUrl)) {
            throw new IllegalArgumentException(
                    "api-key would be sent in the clear: write an https address as base-url, or one of this machine");
        }
        if (maxTokens < 1) {
            throw new IllegalArgumentException("maxTokens is " + maxTokens + ", but has to be 1 or more");
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency is " + concurrency + ", but has to be 1 or more");
        }
    }

    /**
     * Reads checked settings of {@link #SECTION}; empty when no language model is to be asked.
     *
     * @throws ConfigurationException when they do not fit together
     */
    public static Optional<LanguageModelSettings> of(Settings settings) {
        if (!settings.getBoolean(ENABLED)) {
            return Optional.empty();
        }
        String url = settings.getString(BASE_URL);
        if (url.isEmpty() || settings.getString(MODEL).isBlank()) {
            throw new ConfigurationException(
                    NAME + "." + ENABLED + " is true, but " + BASE_URL + " or " + MODEL + " is missing");
        }
        try {
            return Optional.of(new LanguageModelSettings(
                    EndpointAddress.parse(url),
                    settings.getSecret(API_KEY),
                    TokenLimitField.of(settings.getString(TOKEN_LIMIT_FIELD)),
                    settings.getInt(MAX_TOKENS),
                    settings.getDuration(TIMEOUT),
                    settings.getInt(RETRIES),
                    settings.getInt(CONCURRENCY),
                    settings.getDuration(RETRY_FAILED_AFTER),
                    rules(settings)));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(NAME + ": " + e.getMessage(), e);
        }
    }

    /**
     * Makes sure that there is a key where it should stand.
     *
     * @throws ConfigurationException when there is none
     */
    public void requireKey() {
        apiKey.ifPresent(Secret::resolve);
    }

    /** How long a question may take, with all tries and the pauses between them. */
    public Duration longestQuestion() {
        return timeout.plus(PatientLanguageModel.LONGEST_PAUSE).multipliedBy(retries + 1L);
    }

    private static AdviceRules rules(Settings settings) {
        return new AdviceRules(
                settings.getString(MODEL).strip(),
                settings.getDouble(BAND_LOW),
                settings.getDouble(BAND_HIGH),
                settings.getDouble(STEP),
                settings.getBoolean(JUDGE),
                settings.getBoolean(REPHRASE),
                settings.getInt(MOST_LINKS),
                settings.getInt(MAX_CHARACTERS));
    }

    /**
     * Has questions answered as these settings say.
     *
     * @throws ConfigurationException when there is no key where it should stand
     */
    public AnswerDesk desk(KafkaClients clients, AnswerShelf shelf, AnswerListener listener) {
        requireKey();
        LanguageModel model = new PatientLanguageModel(new OpenAiLanguageModel(this), retries, Waiting.REAL);
        return new AnswerDesk(
                new AnswerDesk.Setup(
                        model, rules.model(), concurrency, retryFailedAfter, shelf, listener, Clock.systemUTC()),
                clients.producer());
    }
}
