package org.graphgarden.registry;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** FULL compatibility: whoever has one of two schemas reads what was written with the other. */
public final class Compatibility {

    private Compatibility() {}

    /** Why two versions of a schema do not go together, both ways; empty when they do. */
    public static List<String> problems(Schema earlier, Schema later) {
        List<String> problems = new ArrayList<>();
        problems.addAll(cannotRead("the later version cannot read the earlier one", later, earlier));
        problems.addAll(cannotRead("the earlier version cannot read the later one", earlier, later));
        return problems;
    }

    private static List<String> cannotRead(String what, Schema reader, Schema writer) {
        var pair = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (pair.getType() == SchemaCompatibilityType.COMPATIBLE) {
            return List.of();
        }
        return pair.getResult().getIncompatibilities().stream()
                .map(reason -> what + ": " + reason.getType() + " at " + reason.getLocation() + " ("
                        + reason.getMessage() + ")")
                .toList();
    }
}
