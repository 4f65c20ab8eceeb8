package org.graphgarden.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** A configuration as it is written, before anybody asks what it means. Lines count from 1; 0 when there are none. */
sealed interface Tree {

    int line();

    /** A value: text, or a list of texts. */
    record Leaf(Object value, int line) implements Tree {}

    /** Keys in the order of the file. Keys without a value are left out. */
    record Branch(Map<String, Tree> children, int line) implements Tree {

        /** Calls back with every leaf below, and its keys joined by dots. */
        void flatten(String prefix, BiConsumer<String, Leaf> visitor) {
            children.forEach((key, child) -> {
                String path = prefix.isEmpty() ? key : prefix + "." + key;
                if (child instanceof Branch branch) {
                    branch.flatten(path, visitor);
                } else if (child instanceof Leaf leaf) {
                    visitor.accept(path, leaf);
                }
            });
        }
    }

    /** The tree of nested maps, lists and values. */
    static Branch of(Map<String, ?> map) {
        Map<String, Tree> children = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                children.put(key, of(value));
            }
        });
        return new Branch(children, 0);
    }

    private static Tree of(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> named = new LinkedHashMap<>();
            map.forEach((key, child) -> named.put(String.valueOf(key), child));
            return of(named);
        }
        if (value instanceof List<?> list) {
            return new Leaf(list.stream().map(String::valueOf).toList(), 0);
        }
        return new Leaf(String.valueOf(value), 0);
    }
}
