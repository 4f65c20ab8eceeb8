package org.graphgarden.inference.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.graphgarden.inference.advice.Question;
import org.graphgarden.inference.chat.Reply.Answered;
import org.graphgarden.inference.chat.Reply.Failed;
import org.junit.jupiter.api.Test;

class PatientLanguageModelTest {
    private static final Question QUESTION = new Question("Say.", "{}");
    private static final Answered YES = new Answered("yes", 1, 1);

    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private long now;
    private int asked;

    private final Waiting waiting = new Waiting() {
        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void sleep(Duration pause) {
            pauses.add(pause);
            now += pause.toNanos();
        }
    };

    @Test
    void shouldAskAgainWhenAFailureMayPass() throws Exception {
        // given
        replies.add(new Failed(Failure.SERVER_ERROR));
        replies.add(new Failed(Failure.RATE_LIMITED, Optional.of(Duration.ofSeconds(3))));
        // when / then
        assertThat(patient(2).ask(QUESTION)).isEqualTo(YES);
        assertThat(pauses).containsExactly(PatientLanguageModel.FIRST_PAUSE, Duration.ofSeconds(3));
    }

    @Test
    void shouldNotWaitForEverWhateverTheEndpointAsksFor() throws Exception {
        // given
        replies.add(new Failed(Failure.RATE_LIMITED, Optional.of(Duration.ofDays(9))));
        // when
        patient(2).ask(QUESTION);
        // then
        assertThat(pauses).containsExactly(PatientLanguageModel.LONGEST_PAUSE);
    }

    @Test
    void shouldGiveUpAfterTheRetries() throws Exception {
        // given
        failForEver(Failure.TIMED_OUT);
        // when / then
        assertThat(patient(2).ask(QUESTION)).isEqualTo(new Failed(Failure.TIMED_OUT));
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void shouldNotAskAgainWhenItWouldNotHelp() throws Exception {
        // given
        replies.add(new Failed(Failure.REFUSED));
        // when / then
        assertThat(patient(2).ask(QUESTION)).isEqualTo(new Failed(Failure.REFUSED));
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void shouldLeaveAnEndpointAloneThatFailsInARowAndLookOnceAMinute() throws Exception {
        // given
        PatientLanguageModel patient = patient(0);
        failForEver(Failure.UNREACHABLE);
        for (int i = 0; i < PatientLanguageModel.MOST_IN_A_ROW; i++) {
            patient.ask(QUESTION);
        }
        int before = asked;
        // when / then
        assertThat(patient.ask(QUESTION)).isEqualTo(new Failed(Failure.SUSPENDED));
        assertThat(asked).isEqualTo(before);
        // when it is back
        replies.clear();
        now += PatientLanguageModel.SUSPENSION.toNanos();
        // then
        assertThat(patient.ask(QUESTION)).isEqualTo(YES);
        assertThat(patient.ask(QUESTION)).isEqualTo(YES);
    }

    private void failForEver(Failure failure) {
        for (int i = 0; i < 100; i++) {
            replies.add(new Failed(failure));
        }
    }

    private PatientLanguageModel patient(int retries) {
        return new PatientLanguageModel(
                question -> {
                    asked++;
                    return Objects.requireNonNullElse(replies.poll(), YES);
                },
                retries,
                waiting);
    }
}
