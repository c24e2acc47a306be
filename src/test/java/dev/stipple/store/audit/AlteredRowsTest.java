package dev.stipple.store.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.H2;
import dev.stipple.Small;
import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.InvalidAccount;
import dev.stipple.access.accounts.ListedAccount;
import dev.stipple.access.accounts.Role;
import dev.stipple.access.accounts.UnknownName;
import dev.stipple.assessment.Assessor;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.Databases;
import dev.stipple.screening.Desk;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Search;
import dev.stipple.store.keys.Altered;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** Whoever can write to the database, but has no keys, changes nothing that decides anything without its showing. */
@Tag("whole")
abstract class AlteredRowsTest {
    private final Desk desk = new Desk(fresh());
    private final ApiKeys programs = new ApiKeys(desk.database, desk.audit, desk::now);
    private final Accounts accounts = new Accounts(
            desk.database, desk.audit, PasswordEncoderFactories.createDelegatingPasswordEncoder(), desk::now);
    private final Reference waits =
            desk.keep("man-recent-transplant", Desk.MARIE).reference();
    private final Reference other =
            desk.keep("woman-alopecia-totalis", Desk.MARIE).reference();
    private final String key = programs.create("website", Role.INTAKE, "carla");

    abstract DataSource fresh();

    /** On H2. */
    @Tag("whole")
    static final class OnH2Test extends AlteredRowsTest {
        @Override
        DataSource fresh() {
            return H2.fresh();
        }
    }

    /** On PostgreSQL. */
    @Tag("whole")
    static final class OnPostgresTest extends AlteredRowsTest {
        @Override
        DataSource fresh() {
            return Databases.postgres();
        }
    }

    @Test
    void everyChangeOfARowIsNamed() {
        accounts.create("carla", Role.ADMIN, "first start");
        accounts.create("ana", Role.CONSULTANT, "carla");
        accounts.failed("ana");
        accounts.signedIn("ana");
        accounts.change("ana", Role.AUTHOR, false, "carla");
        accounts.resetPassword("ana", "carla");
        programs.create("gone", Role.ADMIN, "carla");
        programs.revoke("gone", "carla");
        desk.screenings.decide(waits, 1, Decision.Kind.CONFIRM, null, Decision.Reason.AGREED, "a note", "ana");
        desk.screenings.note(other, "Call her on Monday.", "ana");
        assertThat(desk.audit.verify().faults()).isEmpty();

        for (var each : Map.of(
                        "update screening set status = 'DECIDED', verdict = 'SUITABLE', strictness = 0 where reference"
                                + " = '"
                                + other.code() + "'",
                        "screening " + other.code(),
                        "update screening set decided = contact where reference = '" + waits.code() + "'",
                        "screening " + waits.code(),
                        "update revision set actor = 'eve' where reference = '" + waits.code() + "'",
                        "revision " + waits.code() + " 1",
                        "update decision set actor = 'carla' where reference = '" + waits.code() + "'",
                        "decision " + waits.code() + " 1",
                        "update note set actor = 'carla' where reference = '" + other.code() + "'",
                        "note " + other.code() + " 1",
                        "update account set role = 'ADMIN' where name = 'ana'",
                        "account ana",
                        "update api_key set role = 'ADMIN' where name = 'website'",
                        "api_key website",
                        "update key_state set erased_since = now()",
                        "key_state 1")
                .entrySet()) {
            int before = desk.audit.verify().faults().size();
            desk.database.sql().sql(each.getKey()).update();
            List<String> faults = desk.audit.verify().faults();

            assertThat(faults).as(each.getKey()).hasSizeGreaterThan(before);
            assertThat(faults).as(each.getKey()).anyMatch(fault -> fault.contains(each.getValue()));
        }
    }

    @Test
    void everyRowThatIsAddedOrRemovedIsNamed() {
        desk.screenings.note(waits, "Call her on Monday.", "ana");
        desk.screenings.decide(waits, 1, Decision.Kind.CONFIRM, null, Decision.Reason.AGREED, "a note", "ana");

        for (var each : Map.of(
                        "insert into api_key (name, hash, role, created_at) values ('eve', 'x', 'ADMIN', now())",
                        "api_key eve",
                        "insert into account (name, password, role, must_change, disabled, epoch, created_at)"
                                + " values ('eve', 'x', 'ADMIN', false, false, 0, now())",
                        "account eve",
                        "insert into decision (reference, number, at, actor, revision, content) values ('"
                                + other.code() + "', 1, now(), 'carla', 1, null)",
                        "decision " + other.code() + " 1",
                        "insert into revision (reference, number, at, actor, rulebook, given_on, as_of, verdict,"
                                + " answers, assessment) select reference, 2, at, 'carla', rulebook, given_on, as_of,"
                                + " verdict, answers, assessment from revision where reference = '" + other.code()
                                + "'",
                        "revision " + other.code() + " 2",
                        "insert into note (reference, number, at, actor, content) values ('" + other.code()
                                + "', 1, now(), 'carla', null)",
                        "note " + other.code() + " 1",
                        "delete from decision where reference = '" + waits.code() + "'",
                        "screening " + waits.code(),
                        "delete from api_key where name = 'website'",
                        "api_key website")
                .entrySet()) {
            desk.database.sql().sql(each.getKey()).update();

            assertThat(desk.audit.verify().faults())
                    .as(each.getKey())
                    .anyMatch(fault -> fault.contains(each.getValue()));
        }
    }

    /** Whoever decides again on the rules of that day is not given others. */
    @Test
    void aRulebookThatIsAlteredAddedOrGoneIsNamedAndNotUsed() {
        var revision = desk.screenings.find(waits, "ana").current();
        String digest = revision.rulebook();
        var other = new Assessor(Small.rulebook(), new Reasoner(Small.rulebook()));
        desk.database
                .sql()
                .sql("insert into rulebook (digest, files, kept_at) select 'forged', files, kept_at from rulebook")
                .update();
        assertThat(desk.audit.verify().faults()).singleElement().asString().contains("rulebook forged");

        desk.database
                .sql()
                .sql("update rulebook set files = 'x'::bytea where digest <> 'forged'")
                .update();

        assertThat(desk.audit.verify().faults()).hasSize(2).anyMatch(fault -> fault.contains("rulebook " + digest));
        assertThatThrownBy(() -> desk.screenings.assessor(revision, other)).isInstanceOf(Altered.class);

        desk.database
                .sql()
                .sql("select constraint_name from information_schema.table_constraints"
                        + " where lower(table_name) = 'revision' and constraint_type = 'FOREIGN KEY'")
                .query(String.class)
                .list()
                .forEach(each -> desk.database
                        .sql()
                        .sql("alter table revision drop constraint \"" + each + "\"")
                        .update());
        desk.database.sql().sql("delete from rulebook").update();

        assertThat(desk.audit.verify().faults()).singleElement().asString().contains("rulebook " + digest + " is gone");
        assertThatThrownBy(() -> desk.screenings.assessor(revision, other)).isInstanceOf(Altered.class);
    }

    /** Its seal was right once. */
    @Test
    void anOlderStateOfARowThatIsPutBackIsNamedNotOpenedAndNotWrittenUpon() {
        desk.database
                .sql()
                .sql("create table aside as select * from screening where reference = '" + other.code() + "'")
                .update();
        desk.screenings.decide(other, 1, Decision.Kind.CONFIRM, null, Decision.Reason.AGREED, null, "ana");
        desk.database.sql().sql("delete from decision").update();
        desk.database
                .sql()
                .sql("update screening set status = (select status from aside), decided = null, version = 1, agenda ="
                        + " (select agenda from aside), due_on = (select due_on from aside), wake_on = (select"
                        + " wake_on from aside), changed_at = (select changed_at from aside), seal = (select seal"
                        + " from aside) where reference = '" + other.code() + "'")
                .update();

        assertThat(desk.audit.verify().faults())
                .singleElement()
                .asString()
                .contains("screening " + other.code(), "DECIDED by ana");
        assertThatThrownBy(() -> desk.screenings.find(other, "ben")).isInstanceOf(Altered.class);
        assertThatThrownBy(() -> desk.screenings.assign(other, "ben", "ben")).isInstanceOf(Altered.class);
        assertThatThrownBy(() -> desk.screenings.note(other, "Call her.", "ben"))
                .isInstanceOf(Altered.class);
        assertThatThrownBy(() -> desk.screenings.decide(
                        other, 1, Decision.Kind.CONFIRM, null, Decision.Reason.AGREED, null, "ben"))
                .isInstanceOf(Altered.class);
        assertThat(desk.audit.verify().faults()).hasSize(1);

        desk.screenings.erase(other, "ben", "asked for");
        assertThat(desk.audit.verify().faults()).isEmpty();
    }

    @Test
    void anAccountOrAKeyThatIsPutBackDoesNotWorkAndListsSaySo() {
        assertThat(accounts.createFirst()).isPresent();
        assertThat(accounts.create("eve", Role.CONSULTANT, "carla")).isNotEmpty();
        run("create table accounts as select * from account");
        run("create table keys as select * from api_key");
        accounts.change("eve", Role.CONSULTANT, true, "carla");
        run("delete from account where name = 'eve'");
        run("insert into account select * from accounts where name = 'eve'");
        programs.revoke("website", "carla");
        run("insert into api_key select * from keys");

        assertThat(accounts.credentials("eve")).isEmpty();
        assertThat(accounts.all())
                .filteredOn(ListedAccount::altered)
                .extracting(ListedAccount::name)
                .containsExactly("eve");
        assertThat(accounts.colleagues().readers()).doesNotContain("eve");
        assertThatThrownBy(() -> accounts.resetPassword("eve", "carla")).isInstanceOf(UnknownName.class);
        assertThat(programs.find(key)).isEmpty();
        assertThat(programs.all())
                .singleElement()
                .satisfies(each -> assertThat(each.altered()).isTrue());
        assertThat(desk.audit.verify().faults()).hasSize(2);
    }

    private void run(String statement) {
        desk.database.sql().sql(statement).update();
    }

    @Test
    void anAlteredKeyDoesNotWorkAndNeitherDoesOneThatWasAdded() {
        assertThat(programs.find(key)).isPresent();

        desk.database.sql().sql("update api_key set role = 'ADMIN'").update();

        assertThat(programs.find(key)).isEmpty();
        desk.database.sql().sql("update api_key set role = 'INTAKE'").update();
        assertThat(programs.find(key)).isPresent();
        desk.database.sql().sql("update api_key set seal = ''").update();
        assertThat(programs.find(key)).isEmpty();
    }

    /** Passkeys are written by a library, so that the row of their account seals which ones there are. */
    @Test
    void aPasskeyThatIsAddedAlteredMovedOrRemovedIsNamedAndOpensNothing() {
        for (String name : List.of("ana", "eve")) {
            accounts.create(name, Role.CONSULTANT, "carla");
            accounts.changePasskeys(name, name, AuditEntry.Action.PASSKEY_ADDED, () -> addPasskey(name, name));
            assertThat(accounts.hasItsPasskeys(name)).isTrue();
        }
        assertThat(desk.audit.verify().faults()).isEmpty();

        for (var each : Map.of(
                        "insert into user_credentials select 'x', user_entity_user_id, public_key, signature_count,"
                                + " uv_initialized, backup_eligible, authenticator_transports, public_key_credential_type,"
                                + " backup_state, attestation_object, attestation_client_data_json, created, last_used,"
                                + " label from user_credentials where credential_id = 'eve'",
                        "delete from user_credentials where credential_id = 'x'",
                        "update user_credentials set public_key = 'eeee'::bytea where credential_id = 'eve'",
                        "update user_credentials set public_key = 'eve'::bytea where credential_id = 'eve'",
                        "update user_credentials set user_entity_user_id = 'ana' where credential_id = 'eve'",
                        "update user_credentials set user_entity_user_id = 'eve' where credential_id = 'eve'",
                        "update user_entities set name = 'nobody' where id = 'eve'",
                        "update user_entities set name = 'eve' where id = 'eve'")
                .entrySet()) {
            desk.database.sql().sql(each.getKey()).update();

            assertThat(accounts.hasItsPasskeys("eve")).as(each.getKey()).isFalse();
            assertThat(desk.audit.verify().faults())
                    .as(each.getKey())
                    .anyMatch(fault -> fault.contains("passkeys of account eve"));
            desk.database.sql().sql(each.getValue()).update();
            assertThat(accounts.hasItsPasskeys("eve")).as(each.getValue()).isTrue();
        }
        desk.database
                .sql()
                .sql("delete from user_credentials where credential_id = 'eve'")
                .update();
        assertThat(desk.audit.verify().faults()).anyMatch(fault -> fault.contains("passkeys of account eve"));
        assertThat(accounts.credentials("eve").orElseThrow().passkey())
                .as("it is still asked for")
                .isTrue();
    }

    private void addPasskey(String name, String id) {
        desk.database
                .sql()
                .sql("insert into user_entities (id, name) values (?, ?)")
                .params(name, name)
                .update();
        desk.database
                .sql()
                .sql("insert into user_credentials (credential_id, user_entity_user_id, public_key, backup_eligible,"
                        + " backup_state, created, label) values (?, ?, ?, false, false, now(), 'key')")
                .params(id, name, id.getBytes(StandardCharsets.UTF_8))
                .update();
    }

    @Test
    void anAlteredAccountCannotSignInNorBeLaunderedByAChange() {
        accounts.create("carla", Role.ADMIN, "first start");
        accounts.create("ana", Role.CONSULTANT, "carla");
        assertThat(accounts.find("ana")).isPresent();

        desk.database
                .sql()
                .sql("update account set role = 'ADMIN' where name = 'ana'")
                .update();

        assertThat(accounts.find("ana")).isEmpty();
        assertThat(accounts.credentials("ana")).isEmpty();
        assertThatThrownBy(() -> accounts.resetPassword("ana", "carla")).isInstanceOf(UnknownName.class);
        assertThatThrownBy(() -> accounts.change("carla", Role.AUTHOR, false, "carla"))
                .as("an account that does not work is no second admin")
                .isInstanceOf(InvalidAccount.class);
    }

    /** What the row says of a role is not passed on. */
    @Test
    void anAlteredAccountOrKeyIsListedAsSuch() {
        accounts.create("ana", Role.CONSULTANT, "carla");
        accounts.create("ben", Role.CONSULTANT, "carla");

        for (String role : List.of("ADMIN", "NONE")) {
            desk.database
                    .sql()
                    .sql("update account set role = ? where name = 'ana'")
                    .param(role)
                    .update();
            desk.database.sql().sql("update api_key set role = ?").param(role).update();

            assertThat(accounts.all())
                    .containsExactly(
                            new ListedAccount("ana", null, false, true, false, true),
                            new ListedAccount("ben", Role.CONSULTANT, true, false, false, false));
            assertThat(programs.all()).singleElement().satisfies(listed -> {
                assertThat(listed.role()).isNull();
                assertThat(listed.altered()).isTrue();
            });
        }
    }

    @Test
    void theRowOfTheStateOfKeysThatIsGoneIsNamed() {
        desk.database.sql().sql("delete from key_state").update();

        assertThat(desk.audit.verify().faults()).singleElement().asString().contains("key_state 1 is gone");
    }

    /** Whatever the list is sorted by, as a page starts behind the last row of the one before. */
    @Test
    void anAlteredScreeningAtTheEndOfAPageHidesNoneOfTheNext() {
        for (var order : Search.Order.values()) {
            for (String change : List.of(
                    "consent = contact",
                    "due_on = '2026-13-99'",
                    "due_on = '2026|1|99'",
                    "due_on = '2026-01-01', received_at = '2020-01-01', changed_at = '2020-01-01', strictness = 0")) {
                desk.database
                        .sql()
                        .sql("update screening set " + change + " where reference = '" + waits.code() + "'")
                        .update();
                for (boolean falling : List.of(true, false)) {
                    var search = Search.ALL.sortedBy(order, falling).ofSize(1);
                    var first = desk.screenings.list(search, "ana");
                    var second = desk.screenings.list(search.after(first.next()), "ana");

                    assertThat(Stream.of(first, second)
                                    .flatMap(page -> page.screenings().stream())
                                    .map(each -> each.reference()))
                            .as(order + " " + falling + " " + change)
                            .containsExactlyInAnyOrder(waits, other);
                }
            }
        }
    }

    @Test
    void anAlteredScreeningIsNotShownNorDecidedButCanBeErased() {
        desk.database.sql().sql("update screening set consent = contact").update();

        assertThatThrownBy(() -> desk.screenings.find(waits, "ana")).isInstanceOf(Altered.class);
        assertThatThrownBy(() -> desk.screenings.decide(
                        waits, 1, Decision.Kind.OVERRULE, Verdict.DEFER, Decision.Reason.SEEN_IN_PERSON, null, "ana"))
                .isInstanceOf(Altered.class);
        assertThat(desk.screenings.list(Search.ALL, "ana").screenings())
                .hasSize(2)
                .allSatisfy(listed -> assertThat(listed.altered()).isTrue())
                .allSatisfy(listed -> assertThat(listed.name()).isNull());
        desk.screenings.erase(waits, "ana", "asked for");
        assertThatThrownBy(() -> desk.screenings.find(waits, "ana")).isInstanceOf(ErasedScreening.class);
    }
}
