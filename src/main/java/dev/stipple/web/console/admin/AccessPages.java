package dev.stipple.web.console.admin;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.InvalidAccount;
import dev.stipple.access.accounts.Role;
import dev.stipple.access.accounts.SignInAttempts;
import java.security.Principal;
import java.util.Map;
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
        return page(null, null);
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
        try {
            return page(new Secret("account", name, accounts.create(name, role, person.getName())), null);
        } catch (InvalidAccount e) {
            return page(null, "access.fault.name");
        }
    }

    @PostMapping("/accounts/{name}")
    ModelAndView change(
            @PathVariable String name,
            @RequestParam Role role,
            @RequestParam(defaultValue = "false") boolean disabled,
            Principal person) {
        try {
            accounts.change(name, role, disabled, person.getName());
            return new ModelAndView(SHOWN);
        } catch (InvalidAccount e) {
            return page(null, "access.fault.change");
        }
    }

    @PostMapping("/accounts/{name}/password")
    ModelAndView resetPassword(@PathVariable String name, Principal person) {
        try {
            return page(new Secret("account", name, accounts.resetPassword(name, person.getName())), null);
        } catch (InvalidAccount e) {
            return page(null, "access.fault.change");
        }
    }

    @PostMapping("/accounts/{name}/unlock")
    ModelAndView unlock(@PathVariable String name, Principal person) {
        try {
            attempts.unlock(name, person.getName());
            return new ModelAndView(SHOWN);
        } catch (InvalidAccount e) {
            return page(null, "access.fault.change");
        }
    }

    @PostMapping("/accounts/{name}/passkeys/removal")
    ModelAndView removePasskeys(@PathVariable String name, Principal person) {
        try {
            accounts.removePasskeys(name, person.getName());
            return new ModelAndView(SHOWN);
        } catch (InvalidAccount e) {
            return page(null, "access.fault.change");
        }
    }

    @PostMapping("/keys")
    ModelAndView createKey(@RequestParam(defaultValue = "") String name, @RequestParam Role role, Principal person) {
        try {
            return page(new Secret("key", name, keys.create(name, role, person.getName())), null);
        } catch (InvalidAccount e) {
            return page(null, "access.fault.key");
        }
    }

    @PostMapping("/keys/{name}/revocation")
    String revoke(@PathVariable String name, Principal person) {
        keys.revoke(name, person.getName());
        return SHOWN;
    }

    private ModelAndView page(@Nullable Secret secret, @Nullable String fault) {
        var page = new ModelAndView(
                "console/access", Map.of("accounts", accounts.all(), "keys", keys.all(), "may", Role.values()));
        page.addObject("secret", secret);
        page.addObject("fault", fault);
        page.setStatus(fault == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
