package dev.stipple.web.console.admin;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.InvalidAccount;
import dev.stipple.access.accounts.Role;
import dev.stipple.access.accounts.SignInAttempts;
import dev.stipple.access.accounts.UnknownName;
import java.security.Principal;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Looks after who and what may sign in. */
@Controller
@RequestMapping(AccessPages.PATH)
public class AccessPages {
    public static final String PATH = "/console/admin/access";

    private static final String SHOWN = "redirect:" + PATH;
    private static final String CHANGE_FAULT = "access.fault.change";

    /**
     * A password or a key that is shown this once.
     *
     * @param kind what it is: {@code account} or {@code key}
     */
    record Secret(String kind, String name, String secret) {}

    private final Accounts accounts;
    private final ApiKeys keys;
    private final SignInAttempts attempts;

    AccessPages(Accounts accounts, ApiKeys keys, SignInAttempts attempts) {
        this.accounts = accounts;
        this.keys = keys;
        this.attempts = attempts;
    }

    @GetMapping
    ModelAndView access() {
        return page(null, null, HttpStatus.OK);
    }

    /** Where a page that answered a form is loaded again. */
    @GetMapping({
        "/accounts",
        "/accounts/{name}",
        "/accounts/{name}/password",
        "/accounts/{name}/unlock",
        "/accounts/{name}/passkeys/removal",
        "/keys",
        "/keys/{name}/revocation"
    })
    String again() {
        return SHOWN;
    }

    @PostMapping("/accounts")
    ModelAndView create(@RequestParam(defaultValue = "") String name, @RequestParam Role role, Principal person) {
        return answer(
                "access.fault.name",
                () -> secret(new Secret("account", name, accounts.create(name, role, person.getName()))));
    }

    @PostMapping("/accounts/{name}")
    ModelAndView change(
            @PathVariable String name,
            @RequestParam Role role,
            @RequestParam(defaultValue = "false") boolean disabled,
            Principal person) {
        return done(() -> accounts.change(name, role, disabled, person.getName()));
    }

    @PostMapping("/accounts/{name}/password")
    ModelAndView resetPassword(@PathVariable String name, Principal person) {
        return answer(
                CHANGE_FAULT,
                () -> secret(new Secret("account", name, accounts.resetPassword(name, person.getName()))));
    }

    @PostMapping("/accounts/{name}/unlock")
    ModelAndView unlock(@PathVariable String name, Principal person) {
        return done(() -> attempts.unlock(name, person.getName()));
    }

    @PostMapping("/accounts/{name}/passkeys/removal")
    ModelAndView removePasskeys(@PathVariable String name, Principal person) {
        return done(() -> accounts.removePasskeys(name, person.getName()));
    }

    @PostMapping("/keys")
    ModelAndView createKey(@RequestParam(defaultValue = "") String name, @RequestParam Role role, Principal person) {
        return answer(
                "access.fault.key", () -> secret(new Secret("key", name, keys.create(name, role, person.getName()))));
    }

    @PostMapping("/keys/{name}/revocation")
    ModelAndView revoke(@PathVariable String name, Principal person) {
        return done(() -> keys.revoke(name, person.getName()));
    }

    private ModelAndView done(Runnable change) {
        return answer(CHANGE_FAULT, () -> {
            change.run();
            return new ModelAndView(SHOWN);
        });
    }

    /** What a form is answered, or the page with what was wrong. */
    private ModelAndView answer(String fault, Supplier<ModelAndView> work) {
        try {
            return work.get();
        } catch (UnknownName e) {
            return page(null, "access.fault.unknown", HttpStatus.NOT_FOUND);
        } catch (InvalidAccount e) {
            return page(null, fault, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView secret(Secret secret) {
        return page(secret, null, HttpStatus.OK);
    }

    private ModelAndView page(@Nullable Secret secret, @Nullable String fault, HttpStatus status) {
        var page = new ModelAndView(
                "console/access", Map.of("accounts", accounts.all(), "keys", keys.all(), "may", Role.values()));
        page.addObject("secret", secret);
        page.addObject("fault", fault);
        page.setStatus(status);
        return page;
    }
}
