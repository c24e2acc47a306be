package dev.stipple.web.console.admin;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.InvalidAccount;
import dev.stipple.access.accounts.SignInAttempt;
import dev.stipple.access.accounts.SignInAttempts;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people say who they are and choose their password. */
@Controller
class SignInPages {
    private static final String PASSWORD = "console/password";

    private final Accounts accounts;
    private final SignInAttempts attempts;
    private final List<ClientRegistration> providers;

    SignInPages(Accounts accounts, SignInAttempts attempts, ObjectProvider<ClientRegistrationRepository> providers) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.providers = providers.getIfAvailable() instanceof Iterable<?> known
                ? StreamSupport.stream(known.spliterator(), false)
                        .map(ClientRegistration.class::cast)
                        .toList()
                : List.of();
    }

    @GetMapping("/login")
    String signIn(
            @RequestParam @Nullable String error,
            @RequestParam @Nullable String logout,
            @RequestParam @Nullable String changed,
            @RequestParam @Nullable String ended,
            @RequestParam @Nullable String passkey,
            @RequestParam(name = "wait") @Nullable String later,
            Model model) {
        model.addAttribute("providers", providers);
        model.addAttribute("failed", error != null);
        model.addAttribute("made", passkey != null);
        model.addAttribute("later", later != null);
        model.addAttribute("left", logout != null);
        model.addAttribute("changed", changed != null);
        model.addAttribute("ended", ended != null);
        return "console/sign-in";
    }

    /** The second step of a sign-in, which needs scripts, as a browser shows passkeys to nothing else. */
    @GetMapping("/login/passkey")
    String showPasskey() {
        return "console/passkey";
    }

    @GetMapping("/account/passkey")
    String makePasskey() {
        return "console/new-passkey";
    }

    @GetMapping("/account/password")
    String password(Model model) {
        model.addAttribute("shortest", Accounts.SHORTEST_PASSWORD);
        model.addAttribute("longest", Accounts.LONGEST_PASSWORD);
        return PASSWORD;
    }

    /** Changes the password and ends the session, which still has the rights of the old one. */
    @PostMapping("/account/password")
    String change(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String repeated,
            Principal person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws ServletException {
        String fault = fault(person.getName(), request.getRemoteAddr(), present, chosen, repeated);
        if (fault == null) {
            request.logout();
            return "redirect:/login?changed";
        }
        model.addAttribute("fault", fault);
        model.addAttribute("shortest", Accounts.SHORTEST_PASSWORD);
        model.addAttribute("longest", Accounts.LONGEST_PASSWORD);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return PASSWORD;
    }

    /** Key of what is wrong; null where the password was changed. */
    private @Nullable String fault(String name, String address, String present, String chosen, String repeated) {
        if (!Accounts.isPassword(chosen) || chosen.equals(present)) {
            return "password.fault.chosen";
        }
        if (!chosen.equals(repeated)) {
            return "password.fault.repeated";
        }
        return attempts.begin(name, address) instanceof SignInAttempt.Counted attempt
                ? changed(name, present, chosen, attempt)
                : "signIn.later";
    }

    private @Nullable String changed(String name, String present, String chosen, SignInAttempt.Counted attempt) {
        try {
            accounts.changePassword(name, present, chosen);
            attempts.succeeded(attempt);
            return null;
        } catch (InvalidAccount e) {
            return "password.fault.present";
        }
    }
}
