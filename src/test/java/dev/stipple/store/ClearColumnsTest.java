package dev.stipple.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.screening.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SECURITY.md names everything that is in the clear in the database: a new column is sealed, or is named there. */
@Tag("whole")
final class ClearColumnsTest {
    /** Ciphertext, keyed hashes and seals, and what tells of keys alone. */
    private static final List<String> SEALED = List.of(
            "*.seal",
            "*.generation",
            "*.wrapped_key",
            "screening.consent",
            "screening.contact",
            "screening.leading_finding",
            "screening.decided",
            "screening.agenda",
            "revision.verdict",
            "revision.answers",
            "revision.assessment",
            "decision.content",
            "upload.about",
            "upload.digest",
            "upload_content.content",
            "search_term.term",
            "idempotency.fingerprint",
            "idempotency.request",
            "draft.fingerprint",
            "draft.answers",
            "key_state.*",
            "audit_head.*");

    /** What stands for each other column in the words of the page. */
    private static final Map<String, List<String>> CLEAR = Map.ofEntries(
            Map.entry("the reference, which is random", List.of("*.reference")),
            Map.entry("the current verdict of the rules", List.of("screening.verdict", "screening.strictness")),
            Map.entry("the status", List.of("screening.status")),
            Map.entry("the language", List.of("screening.language", "draft.language")),
            Map.entry("the times", List.of("screening.received_at", "screening.changed_at", "draft.*_at")),
            Map.entry("the next days on which something is to come", List.of("screening.due_on", "screening.wake_on")),
            Map.entry("the hash of their link", List.of("screening.link")),
            Map.entry("when the answers were given", List.of("revision.given_on", "revision.as_of")),
            Map.entry(
                    "who decided and revised, when, how often, and on which rulebook",
                    List.of(
                            "screening.revision",
                            "screening.version",
                            "revision.number",
                            "revision.at",
                            "revision.actor",
                            "revision.rulebook",
                            "decision.number",
                            "decision.at",
                            "decision.actor",
                            "decision.revision")),
            Map.entry("how often it was saved", List.of("draft.version")),
            Map.entry("whether anything was answered", List.of("draft.answered")),
            Map.entry(
                    "how many files they sent and when",
                    List.of("upload.number", "upload.at", "upload_content.number")),
            Map.entry("events that are still to be sent", List.of("outbox.*")),
            Map.entry("requests that may be sent again", List.of("idempotency.at")),
            Map.entry("names and roles of accounts and keys", List.of("account.*", "api_key.*")),
            Map.entry("passkeys with their labels", List.of("user_entities.*", "user_credentials.*")),
            Map.entry("the log, which tells who read", List.of("audit.*")),
            Map.entry("the network address", List.of("sign_in_attempt.*", "known_address.*")),
            Map.entry("The rules are in the clear too", List.of("rulebook.*")));

    @Test
    void everyColumnIsSealedOrNamedOnThePage() throws Exception {
        String page = Files.readString(Path.of("SECURITY.md")).replaceAll("\\s+", " ");
        String clear = page.substring(page.indexOf("## What is in the clear"), page.indexOf("## Which tests"));

        assertThat(CLEAR.keySet()).allSatisfy(words -> assertThat(clear).contains(words));
        assertThat(columns())
                .isNotEmpty()
                .allSatisfy(column -> assertThat(Stream.concat(
                                        SEALED.stream(), CLEAR.values().stream().flatMap(List::stream))
                                .anyMatch(pattern -> column.matches(
                                        pattern.replace(".", "\\.").replace("*", "\\w+"))))
                        .as(column + " is sealed, or named in SECURITY.md")
                        .isTrue());
    }

    private static List<String> columns() {
        return Database.open(Databases.h2())
                .sql()
                .sql("select lower(table_name) || '.' || lower(column_name) from information_schema.columns"
                        + " where lower(table_schema) = 'public' and lower(table_name) <> 'flyway_schema_history'")
                .query(String.class)
                .list();
    }
}
