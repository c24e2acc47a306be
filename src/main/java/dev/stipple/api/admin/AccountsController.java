package dev.stipple.api.admin;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.InvalidAccount;
import dev.stipple.access.accounts.ListedAccount;
import dev.stipple.access.accounts.Role;
import dev.stipple.access.accounts.SignInAttempts;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Looks after accounts and keys. */
@RestController
class AccountsController {
    /** An account or a key to be made: a name and the word of a role. */
    record NewAccount(String name, String role) {
        NewAccount {
            name = said(name);
            role = said(role);
        }

        Role may() {
            return AccountsController.role(role);
        }
    }

    /** What an account may do from now on. */
    record AccountChange(String role, boolean disabled) {
        AccountChange {
            role = said(role);
        }
    }

    /** Somebody's own password, and the one to come. */
    record PasswordChange(String present, String chosen) {
        PasswordChange {
            present = said(present);
            chosen = said(chosen);
        }
    }

    /** A password or a key, which is shown this once. */
    record Secret(String name, String secret) {}

    private final Accounts accounts;
    private final ApiKeys keys;
    private final SignInAttempts attempts;

    AccountsController(Accounts accounts, ApiKeys keys, SignInAttempts attempts) {
        this.accounts = accounts;
        this.keys = keys;
        this.attempts = attempts;
    }

    @Operation(operationId = "listAccounts", summary = "List the accounts")
    @GetMapping("/api/v1/accounts")
    List<ListedAccount> accounts() {
        return accounts.all();
    }

    @Operation(operationId = "createAccount", summary = "Create an account")
    @PostMapping("/api/v1/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    Secret create(@RequestBody NewAccount account, Principal principal) {
        return new Secret(account.name(), accounts.create(account.name(), account.may(), principal.getName()));
    }

    @Operation(operationId = "changeAccount", summary = "Change an account")
    @PutMapping("/api/v1/accounts/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable String name, @RequestBody AccountChange change, Principal principal) {
        accounts.change(name, role(change.role()), change.disabled(), principal.getName());
    }

    @Operation(operationId = "resetPassword", summary = "Give an account a new password")
    @PostMapping("/api/v1/accounts/{name}/password")
    Secret resetPassword(@PathVariable String name, Principal principal) {
        return new Secret(name, accounts.resetPassword(name, principal.getName()));
    }

    @Operation(
            operationId = "unlockAccount",
            summary = "Let an account be tried again at once, after too many wrong passwords")
    @PostMapping("/api/v1/accounts/{name}/unlock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable String name, Principal principal) {
        attempts.unlock(name, principal.getName());
    }

    @Operation(operationId = "removePasskeys", summary = "Take away the passkeys of an account, whose owner lost them")
    @DeleteMapping("/api/v1/accounts/{name}/passkeys")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removePasskeys(@PathVariable String name, Principal principal) {
        accounts.removePasskeys(name, principal.getName());
    }

    @Operation(operationId = "changePassword", summary = "Choose a password of your own")
    @PutMapping("/api/v1/account/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody PasswordChange change, Principal principal) {
        accounts.changePassword(principal.getName(), change.present(), change.chosen());
    }

    @Operation(operationId = "listKeys", summary = "List the keys of programs")
    @GetMapping("/api/v1/keys")
    List<ApiKeys.ListedKey> keys() {
        return keys.all();
    }

    @Operation(operationId = "createKey", summary = "Create a key for a program")
    @PostMapping("/api/v1/keys")
    @ResponseStatus(HttpStatus.CREATED)
    Secret createKey(@RequestBody NewAccount key, Principal principal) {
        return new Secret(key.name(), keys.create(key.name(), key.may(), principal.getName()));
    }

    @Operation(operationId = "revokeKey", summary = "Revoke a key")
    @DeleteMapping("/api/v1/keys/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String name, Principal principal) {
        keys.revoke(name, principal.getName());
    }

    /** What a body left out is refused as an empty one is, with what may stand there. */
    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Role role(String word) {
        return Role.of(word).orElseThrow(() -> new InvalidAccount("A role is intake, consultant, author or admin."));
    }
}
