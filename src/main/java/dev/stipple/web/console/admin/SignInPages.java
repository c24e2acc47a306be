package dev.stipple.web.console.admin;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.InvalidAccount;
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
    private final List<ClientRegistration> providers;

    SignInPages(Accounts accounts, ObjectProvider<ClientRegistrationRepository> providers) {
        this.accounts = accounts;
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
            Model model) {
        model.addAttribute("providers", providers);
        model.addAttribute("failed", error != null);
        model.addAttribute("left", logout != null);
        model.addAttribute("changed", changed != null);
        model.addAttribute("ended", ended != null);
        return "console/sign-in";
    }

    @GetMapping("/account/password")
    String password(Model model) {
        model.addAttribute("shortest", Accounts.SHORTEST_PASSWORD);
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
        String fault = fault(person.getName(), present, chosen, repeated);
        if (fault == null) {
            request.logout();
            return "redirect:/login?changed";
        }
        model.addAttribute("fault", fault);
        model.addAttribute("shortest", Accounts.SHORTEST_PASSWORD);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return PASSWORD;
    }

    /** Key of what is wrong; null where the password was changed. */
    private @Nullable String fault(String name, String present, String chosen, String repeated) {
        if (chosen.codePointCount(0, chosen.length()) < Accounts.SHORTEST_PASSWORD || chosen.equals(present)) {
            return "password.fault.chosen";
        }
        if (!chosen.equals(repeated)) {
            return "password.fault.repeated";
        }
        try {
            accounts.changePassword(name, present, chosen);
            return null;
        } catch (InvalidAccount e) {
            return "password.fault.present";
        }
    }
}
