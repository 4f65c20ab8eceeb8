package org.graphgarden.format;

import java.util.OptionalDouble;

/**
 * A relationship that people wrote into the front matter.
 *
 * @param type type as it stands in the file, such as {@code enables}; in older files also {@code related}
 * @param target slug or id that it names, as it stands in the file
 * @param weight weight as it stands in the file, if it has one
 * @param list where it stands in the front matter: {@code relationships.} and the type, {@code relationships} alone when that is one
 *     list for all types, or, at the top level of older files, the key
 */
public record CuratedRelation(String type, String target, OptionalDouble weight, String list) {

    public CuratedRelation {
        if (type.isBlank() || target.isBlank()) {
            throw new IllegalArgumentException("type and target must not be blank: '" + type + "', '" + target + "'");
        }
    }
}
