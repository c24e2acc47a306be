package dev.stipple.api.fhir;

import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;

/** Places in a resource as FHIRPath has them. */
final class FhirPath {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private FhirPath() {}

    /** The path of a JSON pointer into a resource of this type. */
    static String of(String type, String pointer) {
        var path = new StringBuilder(type);
        for (JsonPointer at = JsonPointer.compile(pointer); !at.matches(); at = at.tail()) {
            if (at.mayMatchElement()) {
                path.append('[').append(at.getMatchingIndex()).append(']');
            } else {
                path.append('.').append(name(at.getMatchingProperty()));
            }
        }
        return path.toString();
    }

    /** A name that is no identifier stands between backquotes, with escapes. */
    private static String name(String name) {
        if (IDENTIFIER.matcher(name).matches()) {
            return name;
        }
        var quoted = new StringBuilder("`");
        name.chars().forEach(each -> {
            if (each < ' ') {
                quoted.append("\\u%04x".formatted(each));
            } else {
                quoted.append(each == '`' || each == '\\' ? "\\" : "").append((char) each);
            }
        });
        return quoted.append('`').toString();
    }
}
