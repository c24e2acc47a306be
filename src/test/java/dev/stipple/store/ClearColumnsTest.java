package dev.stipple.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.H2;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SECURITY.md names everything that is in the clear in the database: a new column, of each table, is sealed or named there. */
@Tag("whole")
final class ClearColumnsTest {
    /** Ciphertext, keyed hashes and seals, and what tells of keys alone. */
    private static final List<String> SEALED = List.of(
            "key_state.seal",
            "rulebook.seal",
            "screening.seal",
            "revision.seal",
            "decision.seal",
            "note.seal",
            "upload.seal",
            "outbox.seal",
            "audit.seal",
            "audit_head.seal",
            "account.seal",
            "api_key.seal",
            "key_state.generation",
            "screening.generation",
            "draft.generation",
            "screening.wrapped_key",
            "draft.wrapped_key",
            "screening.consent",
            "screening.contact",
            "screening.leading_finding",
            "screening.decided",
            "screening.agenda",
            "screening.link_token",
            "revision.verdict",
            "revision.answers",
            "revision.assessment",
            "decision.content",
            "note.content",
            "upload.about",
            "upload.digest",
            "upload_content.content",
            "search_term.term",
            "idempotency.fingerprint",
            "idempotency.request",
            "draft.fingerprint",
            "draft.answers",
            "sign_in_attempt.name",
            "known_address.name",
            "key_state.id",
            "key_state.database_id",
            "key_state.erased_since",
            "key_state.renewing_since",
            "audit_head.id",
            "audit_head.number",
            "audit_head.proof");

    /** What stands for each other column in the words of the page. */
    private static final Map<String, List<String>> CLEAR = Map.ofEntries(
            Map.entry(
                    "the reference, which is random",
                    List.of(
                            "screening.reference",
                            "revision.reference",
                            "decision.reference",
                            "note.reference",
                            "search_term.reference",
                            "upload.reference",
                            "upload_content.reference",
                            "outbox.reference",
                            "idempotency.reference")),
            Map.entry("the current verdict of the rules", List.of("screening.verdict", "screening.strictness")),
            Map.entry("the status", List.of("screening.status")),
            Map.entry("the language", List.of("screening.language", "draft.language")),
            Map.entry(
                    "the times",
                    List.of(
                            "screening.received_at",
                            "screening.changed_at",
                            "screening.revised_at",
                            "draft.begun_at",
                            "draft.changed_at",
                            "draft.ends_at")),
            Map.entry("the next days on which something is to come", List.of("screening.due_on", "screening.wake_on")),
            Map.entry("the account to which they are given", List.of("screening.assignee")),
            Map.entry(
                    "up to which version which account has seen it",
                    List.of("seen.reference", "seen.account", "seen.version")),
            Map.entry("the hash of their link", List.of("screening.link")),
            Map.entry("when the answers were given", List.of("revision.given_on", "revision.as_of")),
            Map.entry(
                    "who decided, revised and wrote notes, when, how often, and on which rulebook",
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
                            "decision.revision",
                            "screening.notes",
                            "note.number",
                            "note.at",
                            "note.actor")),
            Map.entry("how often it was saved", List.of("draft.version")),
            Map.entry("whether anything was answered", List.of("draft.answered")),
            Map.entry(
                    "how many files they sent and when",
                    List.of("upload.number", "upload.at", "upload_content.number")),
            Map.entry(
                    "what happened to which reference, when, for which receiver, and how sending went",
                    List.of(
                            "outbox.id",
                            "outbox.receiver",
                            "outbox.kind",
                            "outbox.version",
                            "outbox.at",
                            "outbox.attempts",
                            "outbox.next_at",
                            "outbox.problem")),
            Map.entry("requests that may be sent again", List.of("idempotency.at")),
            Map.entry(
                    "names and roles of accounts and keys, when they were made",
                    List.of(
                            "account.name",
                            "account.role",
                            "account.created_at",
                            "api_key.name",
                            "api_key.role",
                            "api_key.created_at")),
            Map.entry(
                    "whether an account is closed or has to change its password",
                    List.of("account.disabled", "account.must_change")),
            Map.entry("how often it was changed so that its sessions ended", List.of("account.epoch")),
            Map.entry(
                    "hashes of passwords, keys and addresses of calendars",
                    List.of("account.password", "api_key.hash", "account.calendar")),
            Map.entry(
                    "passkeys with their labels and times",
                    List.of(
                            "account.passkeys",
                            "user_entities.id",
                            "user_entities.name",
                            "user_entities.display_name",
                            "user_credentials.credential_id",
                            "user_credentials.user_entity_user_id",
                            "user_credentials.public_key",
                            "user_credentials.signature_count",
                            "user_credentials.uv_initialized",
                            "user_credentials.backup_eligible",
                            "user_credentials.authenticator_transports",
                            "user_credentials.public_key_credential_type",
                            "user_credentials.backup_state",
                            "user_credentials.attestation_object",
                            "user_credentials.attestation_client_data_json",
                            "user_credentials.created",
                            "user_credentials.last_used",
                            "user_credentials.label")),
            Map.entry(
                    "the log, which tells who read",
                    List.of(
                            "audit.number",
                            "audit.at",
                            "audit.actor",
                            "audit.action",
                            "audit.kind",
                            "audit.subject",
                            "audit.detail",
                            "audit.state",
                            "audit.follows")),
            Map.entry(
                    "the network address",
                    List.of(
                            "sign_in_attempt.address",
                            "sign_in_attempt.attempts",
                            "sign_in_attempt.ends_at",
                            "known_address.address",
                            "known_address.last_at")),
            Map.entry(
                    "The rules are in the clear too",
                    List.of("rulebook.digest", "rulebook.files", "rulebook.kept_at")));

    @Test
    void everyColumnIsSealedOrNamedOnThePage() throws Exception {
        String page = Files.readString(Path.of("SECURITY.md")).replaceAll("\\s+", " ");
        String clear = page.substring(page.indexOf("## What is in the clear"), page.indexOf("## Which tests"));

        assertThat(CLEAR.keySet()).allSatisfy(words -> assertThat(clear).contains(words));
        List<String> known = Stream.concat(
                        SEALED.stream(), CLEAR.values().stream().flatMap(List::stream))
                .toList();
        assertThat(columns()).filteredOn(column -> !known.contains(column)).isEmpty();
        assertThat(known).doesNotHaveDuplicates().isSubsetOf(columns());
    }

    private static List<String> columns() {
        return Database.open(H2.fresh())
                .sql()
                .sql("select lower(table_name) || '.' || lower(column_name) from information_schema.columns"
                        + " where lower(table_schema) = 'public' and lower(table_name) <> 'flyway_schema_history'")
                .query(String.class)
                .list();
    }
}
