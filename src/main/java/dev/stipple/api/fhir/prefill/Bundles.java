package dev.stipple.api.fhir.prefill;

import dev.stipple.answers.SentJson;
import java.util.ArrayList;
import java.util.List;

/** What a search brought. */
public final class Bundles {
    private static final List<String> TOLERATED =
            List.of("id", "meta", "language", "identifier", "type", "timestamp", "total", "link", "signature");
    private static final List<String> TOLERATED_IN_ENTRY =
            List.of("id", "extension", "link", "fullUrl", "search", "request", "response");

    private Bundles() {}

    /** The resources of a Bundle; what it says of itself is not looked at. */
    public static List<SentJson> resources(SentJson bundle) {
        bundle.at("resourceType").text();
        bundle.tolerate(TOLERATED);
        var resources = new ArrayList<SentJson>();
        for (SentJson entry : bundle.at("entry").items()) {
            entry.tolerate(TOLERATED_IN_ENTRY);
            resources.add(entry.at("resource"));
        }
        return resources;
    }
}
