package dev.stipple.access.signin;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.text.UnusableSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Creates the first account where nobody could sign in otherwise; its password works once, and is printed or lies in a file. */
final class FirstAccount implements ApplicationListener<ApplicationReadyEvent> {
    /** The setting that names the file; empty where the password is printed. */
    static final String FILE = "stipple.access.first-password-file";

    private final Accounts accounts;
    private final boolean provided;
    private final String file;

    /** @param provided whether people sign in at a provider */
    FirstAccount(Accounts accounts, boolean provided, String file) {
        this.accounts = accounts;
        this.provided = provided;
        this.file = file;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (provided) {
            return;
        }
        if (file.isEmpty()) {
            accounts.createFirst().ifPresent(FirstAccount::tell);
        } else {
            accounts.createFirst(this::read).ifPresent(password -> tell("in " + file));
        }
    }

    private static void tell(String password) {
        System.out.println(
                "Sign in as admin with the password " + password + " ; it works once, to choose another one.");
    }

    private String read() {
        String password = text().strip();
        if (!Accounts.isPassword(password)) {
            throw new UnusableSetting(FILE
                    + ": a password of %d to %d characters has to stand in %s"
                            .formatted(Accounts.SHORTEST_PASSWORD, Accounts.LONGEST_PASSWORD, file));
        }
        return password;
    }

    private String text() {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new UnusableSetting(FILE + ": " + file + " cannot be read", e);
        }
    }
}
