package org.graphgarden.inference.chat;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.graphgarden.events.AnswerOutcome;
import org.graphgarden.events.LanguageModelAnswer;
import org.graphgarden.inference.advice.Question;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has questions answered beside the stream threads, so many at a time, and writes each answer or failure to the topic. A question that
 * was put once is answered, whatever happens, as long as the desk is open; put again meanwhile, it is not asked again.
 */
public final class AnswerDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerDesk.class);
    private static final Duration PAUSE_AFTER_LOSS = Duration.ofSeconds(5);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    /** Longer answers are no answers. */
    private static final int MOST_TEXT = 4000;

    private final Setup setup;
    private final AnswerTally tally;
    private final Producer<String, LanguageModelAnswer> producer;
    private final ExecutorService threads;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /**
     * What a desk is made of.
     *
     * @param model asked from several threads
     * @param name the model's name in the records
     * @param concurrency questions at a time, 1 or more
     * @param retryFailedAfter age from which on a failure does not count any more
     */
    record Setup(
            LanguageModel model,
            String name,
            int concurrency,
            Duration retryFailedAfter,
            AnswerShelf shelf,
            AnswerListener listener,
            Clock clock) {}

    AnswerDesk(Setup setup, Producer<String, LanguageModelAnswer> producer) {
        this.tally = new AnswerTally(setup.listener());
        this.setup = setup;
        this.producer = producer;
        this.threads = Executors.newFixedThreadPool(setup.concurrency(), AnswerDesk::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "language-model");
        thread.setDaemon(true);
        return thread;
    }

    /** The key of the question's answer in the topic. */
    public String key(String garden, Question question) {
        return RecordKeys.ofQuestion(garden, question.hash(setup.name()));
    }

    /** Whether an answer counts: a failure does not for ever. */
    public boolean counts(LanguageModelAnswer answer) {
        return answer.getOutcome() != AnswerOutcome.FAILED
                || answer.getAnsweredAt()
                        .plus(setup.retryFailedAfter())
                        .isAfter(setup.clock().instant());
    }

    /** Has the question answered, unless that is under way. */
    public void ask(String garden, Question question) {
        String key = key(garden, question);
        if (underWay.add(key)) {
            execute(() -> answer(garden, key, question));
        }
    }

    /** So many questions of the garden were answered before they were put. */
    public void remembered(String garden, int questions) {
        if (questions > 0) {
            tally.remembered(garden, questions);
        }
    }

    /** The answer has been read from the topic, or nobody waits for it any more. */
    public void settled(String key) {
        underWay.remove(key);
    }

    private void execute(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException closed) {
            LOG.debug("a question came after the desk was closed");
        }
    }

    private void answer(String garden, String key, Question question) {
        try {
            String hash = question.hash(setup.name());
            Optional<LanguageModelAnswer> kept = setup.shelf().find(hash).filter(this::counts);
            if (kept.isPresent()) {
                tally.remembered(garden, 1);
                send(
                        key,
                        LanguageModelAnswer.newBuilder(kept.get())
                                .setGarden(garden)
                                .build());
                return;
            }
            LanguageModelAnswer answer = record(garden, hash, setup.model().ask(question));
            String outcome = answer.getFailure().isEmpty() ? AnswerListener.ANSWERED : answer.getFailure();
            tally.asked(garden, outcome, answer.getPromptTokens(), answer.getAnswerTokens());
            setup.shelf().keep(answer);
            send(key, answer);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            LOG.error("a language model could not be asked", bug);
            send(key, record(garden, question.hash(setup.name()), new Reply.Failed(Failure.MALFORMED)));
        }
    }

    private LanguageModelAnswer record(String garden, String hash, Reply reply) {
        LanguageModelAnswer.Builder answer = LanguageModelAnswer.newBuilder()
                .setGarden(garden)
                .setQuestion(hash)
                .setModel(setup.name())
                .setAnsweredAt(setup.clock().instant());
        if (reply instanceof Reply.Answered answered && answered.text().length() <= MOST_TEXT) {
            return answer.setOutcome(AnswerOutcome.ANSWERED)
                    .setText(answered.text())
                    .setPromptTokens(answered.promptTokens())
                    .setAnswerTokens(answered.answerTokens())
                    .build();
        }
        Failure failure = reply instanceof Reply.Failed failed ? failed.failure() : Failure.TOO_LARGE;
        LOG.debug("a language model did not answer: {}; {}", failure, failure.remedy());
        return answer.setOutcome(AnswerOutcome.FAILED)
                .setFailure(failure.name())
                .build();
    }

    private void send(String key, LanguageModelAnswer answer) {
        try {
            producer.send(
                    new ProducerRecord<>(Topic.LANGUAGE_MODEL_ANSWERS.topicName(), key, answer),
                    (metadata, failure) -> {
                        if (failure != null) {
                            sendAgain(key, answer, failure);
                        }
                    });
        } catch (KafkaException | IllegalStateException failure) {
            sendAgain(key, answer, failure);
        }
    }

    /** Who waits for it waits until it is there. */
    private void sendAgain(String key, LanguageModelAnswer answer, Exception failure) {
        if (threads.isShutdown()) {
            return;
        }
        LOG.warn("an answer could not be written and is written again: {}", failure.toString());
        execute(() -> {
            try {
                Thread.sleep(PAUSE_AFTER_LOSS.toMillis());
                send(key, answer);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
        producer.close(CLOSE_TIMEOUT);
        LOG.info("language model {}: {}", setup.name(), tally);
    }
}
