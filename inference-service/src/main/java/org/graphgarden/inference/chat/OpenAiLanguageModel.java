package org.graphgarden.inference.chat;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.graphgarden.inference.advice.Question;
import org.graphgarden.settings.Secret;
import org.jspecify.annotations.Nullable;

/** Any endpoint that speaks OpenAI's chat completions, through LangChain4j. The key is looked up for each request. */
final class OpenAiLanguageModel implements LanguageModel {
    private final ChatModel model;

    OpenAiLanguageModel(LanguageModelSettings settings) {
        OpenAiChatModel.OpenAiChatModelBuilder builder = OpenAiChatModel.builder()
                .httpClientBuilder(new Ready(new BoundedHttp(settings.timeout()), settings.timeout()))
                .baseUrl(settings.baseUrl().toString())
                .modelName(settings.rules().model())
                .temperature(0.0)
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .customHeaders(() -> authorization(settings.apiKey()));
        switch (settings.tokenLimitField()) {
            case MAX_TOKENS -> builder.maxTokens(settings.maxTokens());
            case MAX_COMPLETION_TOKENS -> builder.maxCompletionTokens(settings.maxTokens());
        }
        model = builder.build();
    }

    private static Map<String, String> authorization(Optional<Secret> key) {
        return key.map(secret -> Map.of("Authorization", "Bearer " + secret.resolve()))
                .orElse(Map.of());
    }

    @Override
    public Reply ask(Question question) throws InterruptedException {
        try {
            ChatResponse response = model.chat(ChatRequest.builder()
                    .messages(SystemMessage.from(question.instructions()), UserMessage.from(question.content()))
                    .build());
            return reply(response);
        } catch (RuntimeException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return EndpointException.behind(e).orElseGet(() -> new Reply.Failed(Failure.MALFORMED));
        }
    }

    private static Reply reply(ChatResponse response) {
        String text = response.aiMessage() == null ? null : response.aiMessage().text();
        if (text == null || text.isBlank()) {
            return new Reply.Failed(Failure.MALFORMED);
        }
        TokenUsage usage = Objects.requireNonNullElse(response.tokenUsage(), new TokenUsage(0, 0));
        return new Reply.Answered(text, count(usage.inputTokenCount()), count(usage.outputTokenCount()));
    }

    private static int count(@Nullable Integer tokens) {
        return tokens == null ? 0 : Math.max(0, tokens);
    }

    /** A client that is made already. */
    private record Ready(HttpClient build, Duration timeout) implements HttpClientBuilder {
        @Override
        public Duration connectTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration other) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration other) {
            return this;
        }
    }
}
