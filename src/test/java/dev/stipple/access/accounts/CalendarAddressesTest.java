package dev.stipple.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.H2;
import dev.stipple.Kept;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** What ends the address of a calendar, and that it then stays ended. */
class CalendarAddressesTest {
    private static final String PASSWORD = "a-long-enough-password";

    private final Database database = database();
    private final AuditLog audit = new AuditLog(database, Kept.keys(database), InstantSource.system());
    private final Accounts accounts = new Accounts(
            database, audit, PasswordEncoderFactories.createDelegatingPasswordEncoder(), InstantSource.system());
    private final CalendarAddresses addresses = new CalendarAddresses(database, audit, accounts);

    /** Something that is done to the account of Ana, with a name for the report. */
    private record Change(String what, Consumer<Accounts> change) {
        @Override
        public String toString() {
            return what;
        }
    }

    @BeforeEach
    void account() {
        accounts.createFirst();
        accounts.changePassword("ana", accounts.create("ana", Role.CONSULTANT, "carla"), PASSWORD);
    }

    static Stream<Change> ends() {
        return Stream.of(
                new Change("closed", accounts -> accounts.change("ana", Role.CONSULTANT, true, "carla")),
                new Change("an author", accounts -> accounts.change("ana", Role.AUTHOR, false, "carla")),
                new Change("intake", accounts -> accounts.change("ana", Role.INTAKE, false, "carla")),
                new Change("reset", accounts -> accounts.resetPassword("ana", "carla")));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void itStaysEndedWhenTheAccountIsBackAndTheLogSaysWhoEndedIt(Change end) {
        String address = addresses.make("ana");

        end.change().accept(accounts);
        assertThat(addresses.reader(address)).isEmpty();
        accounts.changePassword("ana", accounts.resetPassword("ana", "carla"), PASSWORD);
        accounts.change("ana", Role.CONSULTANT, false, "carla");

        assertThat(addresses.reader(address)).isEmpty();
        assertThat(addresses.has("ana")).isFalse();
        assertThat(audit.of("ana").stream().filter(each -> each.action() == Action.CALENDAR_ENDED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("carla"));
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void whatLetsItsOwnerReadPeopleAsBeforeDoesNotEndIt() {
        String address = addresses.make("ana");

        accounts.changePassword("ana", PASSWORD, "another long password");
        accounts.change("ana", Role.ADMIN, false, "carla");
        accounts.change("ana", Role.CONSULTANT, false, "carla");

        assertThat(addresses.reader(address)).isPresent();
    }

    @Test
    void whereThereIsNoneTheLogTellsOfNoEnd() {
        accounts.change("ana", Role.AUTHOR, false, "carla");
        accounts.resetPassword("ana", "carla");

        assertThat(audit.newest(Action.CALENDAR_ENDED)).isEmpty();
    }

    /** As where somebody presses the button at the moment at which the account is closed. */
    @ParameterizedTest
    @MethodSource("ends")
    void noneIsMadeOnceItEnds(Change end) {
        end.change().accept(accounts);

        assertThatThrownBy(() -> addresses.make("ana")).isInstanceOf(InvalidAccount.class);
        assertThat(addresses.has("ana")).isFalse();
    }

    private static Database database() {
        return Database.open(H2.fresh());
    }
}
