package org.graphgarden.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.graphgarden.registry.RegistryReply.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A registry that speaks the Confluent REST protocol: Confluent's own, Apicurio at {@code /apis/ccompat/v7}, Karapace and
 * others. What it said of an id or a registered schema never changes and is remembered for good, so that work goes on
 * while it is away.
 *
 * @see <a href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">the protocol</a>
 */
public final class HttpSchemaRegistry implements SchemaRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(HttpSchemaRegistry.class);

    /** Whoever has any version of a schema reads what was written with any other. */
    static final String LEVEL = "FULL_TRANSITIVE";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<SubjectSchema, RegisteredSchema> registered = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final RegistryTransport transport;
    private final CatchUp catchUp;
    private final boolean mayRegister;

    /**
     * A client; nothing is sent yet.
     *
     * @throws SchemaRegistryException when the trust store cannot be read
     */
    public HttpSchemaRegistry(HttpRegistryOptions options) {
        this(options, Pacer.REAL);
    }

    HttpSchemaRegistry(HttpRegistryOptions options, Pacer pacer) {
        transport = new RegistryTransport(options, pacer);
        catchUp = new CatchUp(pacer);
        mayRegister = options.register();
    }

    /** Looks the schema up first, so that who only reads needs no right to register. */
    @Override
    public int register(String subject, Schema schema) {
        return find(subject, schema).map(RegisteredSchema::id).orElseGet(() -> add(subject, schema));
    }

    @Override
    public Optional<RegisteredSchema> find(String subject, Schema schema) {
        SubjectSchema key = new SubjectSchema(subject, schema);
        RegisteredSchema known = registered.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        RegistryRequest request = RegistryRequest.post(about(subject), subjectPath(subject), body(schema));
        Optional<RegisteredSchema> found = ask(request)
                .map(answer -> new RegisteredSchema(
                        RegistryAnswers.number(request, answer, "id"),
                        RegistryAnswers.number(request, answer, "version"),
                        schema));
        found.ifPresent(it -> {
            registered.put(key, it);
            schemas.put(it.id(), schema);
        });
        return found;
    }

    @Override
    public Schema byId(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        RegistryRequest request = RegistryRequest.get("schema id " + id, "/schemas/ids/" + id);
        Answer answer = catchUp.ask(() -> askPatiently(request))
                .orElseThrow(
                        () -> new SchemaRegistryException(
                                "schema id " + id
                                        + " is unknown to the registry; check that schema-registry.url names the one that the writer used"));
        Schema schema = RegistryAnswers.schema(request, answer);
        schemas.put(id, schema);
        return schema;
    }

    /** Who is not let in, or is sent elsewhere, learns nothing about a schema: the record that needs it is not at fault. */
    private Optional<Answer> askPatiently(RegistryRequest request) {
        try {
            return ask(request);
        } catch (SchemaRegistryUnavailableException e) {
            throw e;
        } catch (SchemaRegistryException e) {
            throw new SchemaRegistryUnavailableException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public Optional<RegisteredSchema> latest(String subject) {
        RegistryRequest request = RegistryRequest.get(about(subject), subjectPath(subject) + "/versions/latest");
        return ask(request)
                .map(answer -> new RegisteredSchema(
                        RegistryAnswers.number(request, answer, "id"),
                        RegistryAnswers.number(request, answer, "version"),
                        RegistryAnswers.schema(request, answer)));
    }

    @Override
    public List<String> problems(String subject, Schema schema) {
        RegistryRequest request = RegistryRequest.post(
                about(subject), "/compatibility" + subjectPath(subject) + "/versions?verbose=true", body(schema));
        JsonNode verdict = ask(request)
                .map(answer -> RegistryErrors.json(answer.body()))
                .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("is_compatible", true));
        if (verdict.path("is_compatible").asBoolean()) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        verdict.path("messages").forEach(message -> problems.add(message.asText()));
        return problems.isEmpty() ? List.of("the registry gives no reason") : problems;
    }

    /** The compatibility level that counts for a subject, such as {@code FULL_TRANSITIVE}; empty when it has none. */
    public Optional<String> compatibilityLevel(String subject) {
        return ask(levelRequest(subject)).flatMap(RegistryAnswers::level);
    }

    private int add(String subject, Schema schema) {
        if (!mayRegister) {
            throw new SchemaRegistryException(about(subject) + " does not hold this build's version of "
                    + schema.getFullName() + ", and schema-registry.register is false; let somebody register it");
        }
        boolean held = holdsLevel(subject);
        RegistryRequest request =
                RegistryRequest.post(about(subject), subjectPath(subject) + "/versions", body(schema));
        Answer answer = ask(request)
                .orElseThrow(() -> new SchemaRegistryException(
                        about(subject) + ": the registry neither knows the subject nor makes it"));
        int id = RegistryAnswers.number(request, answer, "id");
        schemas.put(id, schema);
        if (!held && !holdsLevel(subject)) {
            LOG.warn(
                    "the registry does not hold subject {} to {}; let an administrator set that level", subject, LEVEL);
        }
        // Asked once more for its version, which the answer lacks; from then on it is remembered.
        find(subject, schema);
        return id;
    }

    /**
     * Sees to the level before a version is added. Some registries take it only for subjects that are there, and some let only
     * administrators set it: then schemas are added all the same, since a build checks them, too.
     */
    private boolean holdsLevel(String subject) {
        if (RegistryAnswers.level(transport.send(levelRequest(subject)))
                .filter(LEVEL::equals)
                .isPresent()) {
            return true;
        }
        String level = JSON.createObjectNode().put("compatibility", LEVEL).toString();
        return transport
                .send(RegistryRequest.put(about(subject), levelPath(subject), level))
                .isSuccess();
    }

    private static RegistryRequest levelRequest(String subject) {
        return RegistryRequest.get(about(subject), levelPath(subject) + "?defaultToGlobal=true");
    }

    /** The answer; empty when the registry does not know what it is asked for. */
    private Optional<Answer> ask(RegistryRequest request) {
        Answer answer = transport.send(request);
        if (RegistryErrors.isUnknown(answer)) {
            return Optional.empty();
        }
        if (!answer.isSuccess()) {
            throw RegistryErrors.refused(request, answer);
        }
        return Optional.of(answer);
    }

    private static String body(Schema schema) {
        return JSON.createObjectNode().put("schema", schema.toString()).toString();
    }

    private static String about(String subject) {
        return "subject " + subject;
    }

    private static String subjectPath(String subject) {
        return "/subjects/" + RegistryRequest.segment(subject);
    }

    private static String levelPath(String subject) {
        return "/config/" + RegistryRequest.segment(subject);
    }

    private record SubjectSchema(String subject, Schema schema) {}
}
