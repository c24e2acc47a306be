package dev.stipple.store.keys;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The keys of one database, none of which is in it; each map by id, oldest first.
 *
 * @param generations wrap the keys of people, each until the next one takes over
 * @param seals seal rows; the newest one makes new seals
 * @param past sealed once, and only tell whether old entries of the log are as they were written
 */
record Ring(Map<String, Secret> generations, Map<String, Secret> seals, Map<String, Secret> past) {
    private static final List<String> KINDS = List.of("generation", "seal", "past");

    static Ring fresh() {
        return new Ring(oneMore(Map.of()), oneMore(Map.of()), Map.of());
    }

    Ring withGeneration() {
        return new Ring(oneMore(generations), seals, past);
    }

    Ring withSeal() {
        return new Ring(generations, oneMore(seals), past);
    }

    /** With this generation, those that wait to take over from it, and the newest seal alone; the seals before are past. */
    Ring settled(String generation) {
        String newest = newestSeal();
        var old = new LinkedHashMap<>(past);
        old.putAll(seals);
        old.remove(newest);
        List<String> ids = List.copyOf(generations.keySet());
        var left = new LinkedHashMap<>(generations);
        left.keySet().removeAll(ids.subList(0, ids.indexOf(generation)));
        return new Ring(left, Map.of(newest, Objects.requireNonNull(seals.get(newest))), old);
    }

    /** With older keys before these. */
    Ring after(Ring older) {
        return new Ring(both(older.generations, generations), both(older.seals, seals), both(older.past, past));
    }

    String newestGeneration() {
        return newest(generations);
    }

    String newestSeal() {
        return newest(seals);
    }

    private static String newest(Map<String, Secret> secrets) {
        List<String> ids = List.copyOf(secrets.keySet());
        return ids.get(ids.size() - 1);
    }

    private static Map<String, Secret> oneMore(Map<String, Secret> secrets) {
        return both(secrets, Map.of(UUID.randomUUID().toString().substring(24), Secret.random()));
    }

    private static Map<String, Secret> both(Map<String, Secret> older, Map<String, Secret> newer) {
        var both = new LinkedHashMap<>(older);
        both.putAll(newer);
        return both;
    }

    private List<Map<String, Secret>> all() {
        return List.of(generations, seals, past);
    }

    byte[] bytes() {
        var lines = new ArrayList<String>();
        for (int kind = 0; kind < KINDS.size(); kind++) {
            String word = KINDS.get(kind);
            all().get(kind).forEach((id, secret) -> lines.add(String.join(" ", word, id, secret.base64())));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.US_ASCII);
    }

    static Ring of(byte[] bytes) {
        var ring = new Ring(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        new String(bytes, StandardCharsets.US_ASCII).lines().forEach(line -> {
            String[] word = line.split(" ", -1);
            Secret secret = Secret.of(Base64.getDecoder().decode(word[2])).orElseThrow();
            ring.all().get(KINDS.indexOf(word[0])).put(word[1], secret);
        });
        return ring;
    }
}
