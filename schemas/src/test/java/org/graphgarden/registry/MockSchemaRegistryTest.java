package org.graphgarden.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class MockSchemaRegistryTest {

    private static final Schema FIRST = fields("a");

    private final MockSchemaRegistry registry = new MockSchemaRegistry();

    @Test
    void shouldGiveOneIdWhenTheSchemaIsTheSame() {
        int id = registry.register("one-value", FIRST);
        assertThat(registry.register("one-value", fields("a"))).isEqualTo(id);
        assertThat(registry.register("other-value", FIRST)).isEqualTo(id);
        assertThat(registry.byId(id)).isEqualTo(FIRST);
    }

    @Test
    void shouldCountIdsAndVersionsWhenSchemasDiffer() {
        registry.register("one-value", FIRST);
        registry.register("one-value", fields("a", "b"));
        assertThat(registry.latest("one-value")).contains(new RegisteredSchema(2, 2, fields("a", "b")));
        assertThat(registry.latest("none")).isEmpty();
    }

    @Test
    void shouldRefuseWhenAnEarlierVersionIsIncompatible() {
        // given: the second version dropped a field, so the third is compatible with it, but not with the first
        registry.register("one-value", fields("a", "b"));
        registry.register("one-value", FIRST);
        Schema third = SchemaBuilder.record("R")
                .fields()
                .name("a")
                .type()
                .stringType()
                .stringDefault("")
                .name("b")
                .type()
                .longType()
                .longDefault(0)
                .endRecord();

        // then
        assertThatThrownBy(() -> registry.register("one-value", third))
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessageContaining("one-value")
                .hasMessageContaining("version 1")
                .hasMessageContaining("/fields/1/type");
        assertThat(registry.latest("one-value").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void shouldRefuseWhenOldReadersCouldNotReadTheNewSchema() {
        // given
        Schema mandatory =
                SchemaBuilder.record("R").fields().requiredString("a").endRecord();
        registry.register("one-value", mandatory);

        // then
        assertThatThrownBy(() -> registry.register(
                        "one-value", SchemaBuilder.record("R").fields().endRecord()))
                .hasMessageContaining("the earlier version cannot read the later one");
    }

    @Test
    void shouldSayWhichIdIsUnknown() {
        assertThatThrownBy(() -> registry.byId(7)).hasMessage("no schema has the id 7");
    }

    @Test
    void shouldShareScopesInTheProcess() {
        SchemaRegistry one = SchemaRegistries.forUrl("mock://mock-test");
        assertThat(SchemaRegistries.forUrl("mock://mock-test")).isSameAs(one);
        MockSchemaRegistry.dropScope("mock-test");
        assertThat(SchemaRegistries.forUrl("mock://mock-test")).isNotSameAs(one);
        MockSchemaRegistry.dropScope("mock-test");
    }

    @Test
    void shouldRefuseAddressesItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> SchemaRegistries.forUrl("ftp://localhost:8081"));
        assertThatIllegalArgumentException().isThrownBy(() -> SchemaRegistries.forUrl("mock://"));
    }

    private static Schema fields(String... names) {
        var fields = SchemaBuilder.record("R").fields();
        for (String name : names) {
            fields = fields.name(name).type().stringType().stringDefault("");
        }
        return fields.endRecord();
    }
}
