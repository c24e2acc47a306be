package dev.stipple.api.fhir.prefill;

import dev.stipple.answers.SentJson;
import dev.stipple.api.fhir.ResponseFaults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The response that was written last; it is never guessed. */
public final class NewestResponse {
    private NewestResponse() {}

    /**
     * Finds it among some; what was written before is superseded, and not read.
     *
     * @param faults takes what leaves open which one it is
     */
    public static Optional<SentJson> of(List<SentJson> responses, ResponseFaults faults) {
        if (responses.size() < 2) {
            return responses.stream().findFirst();
        }
        Map<SentJson, Authored> times = new LinkedHashMap<>();
        for (SentJson response : responses) {
            SentJson authored = response.at("authored");
            authored.text()
                    .flatMap(Authored::of)
                    .ifPresentOrElse(
                            time -> times.put(response, time),
                            () -> faults.add("value", authored, "this does not say when it was written", "a dateTime"));
        }
        if (times.size() < responses.size()) {
            responses.forEach(SentJson::take);
            return Optional.empty();
        }
        Optional<SentJson> newest = responses.stream()
                .filter(each -> responses.stream().allMatch(other -> each == other || isAfter(times, each, other)))
                .findFirst();
        if (newest.isEmpty()) {
            faults.add(
                    "value",
                    responses.get(0).at("authored"),
                    "which of the responses is the newest cannot be told",
                    "one that was written after all others");
        }
        responses.stream().filter(each -> each != newest.orElse(null)).forEach(SentJson::take);
        return newest;
    }

    private static boolean isAfter(Map<SentJson, Authored> times, SentJson one, SentJson other) {
        return Objects.requireNonNull(times.get(one)).isAfter(Objects.requireNonNull(times.get(other)));
    }
}
