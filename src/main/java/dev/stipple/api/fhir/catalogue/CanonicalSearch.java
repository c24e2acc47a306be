package dev.stipple.api.fhir.catalogue;

import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is looked for among resources with a canonical address.
 *
 * @param id the whole id
 * @param url the canonical address, with or without its version
 * @param version the whole version
 * @param name the beginning of the name, whatever its case
 * @param exactName the whole name
 */
record CanonicalSearch(
        @Nullable String id,
        @Nullable String url,
        @Nullable String version,
        @Nullable String name,
        @Nullable String exactName)
        implements Predicate<ObjectNode> {
    /** Reads parameters, in which a backslash stands before what would part values otherwise. */
    static CanonicalSearch of(
            @Nullable String id,
            @Nullable String url,
            @Nullable String version,
            @Nullable String name,
            @Nullable String exactName) {
        return new CanonicalSearch(plain(id), plain(url), plain(version), plain(name), plain(exactName));
    }

    private static @Nullable String plain(@Nullable String value) {
        return value == null ? null : value.replaceAll("\\\\([\\\\|,$])", "$1");
    }

    @Override
    public boolean test(ObjectNode resource) {
        String canonical = text(resource, "url");
        String versioned = canonical + "|" + text(resource, "version");
        return (id == null || id.equals(text(resource, "id")))
                && (url == null || url.equals(canonical) || url.equals(versioned))
                && (version == null || version.equals(text(resource, "version")))
                && (name == null || begins(resource, "name", name))
                && (exactName == null || exactName.equals(text(resource, "name")));
    }

    private static boolean begins(ObjectNode resource, String member, String beginning) {
        return text(resource, member).toLowerCase(Locale.ROOT).startsWith(beginning.toLowerCase(Locale.ROOT));
    }

    private static String text(ObjectNode resource, String member) {
        return resource.path(member).asString("");
    }
}
