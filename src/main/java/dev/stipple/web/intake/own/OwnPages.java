package dev.stipple.web.intake.own;

import dev.stipple.mail.MailAddress;
import dev.stipple.mail.Mailing;
import dev.stipple.reasoning.change.TimedCounterfactuals;
import dev.stipple.screening.OwnScreenings;
import dev.stipple.screening.kept.Link;
import dev.stipple.store.Unreadable;
import dev.stipple.store.keys.Altered;
import dev.stipple.web.ChosenLanguage;
import dev.stipple.web.Retention;
import dev.stipple.web.intake.Letters;
import dev.stipple.web.intake.Paper;
import dev.stipple.web.intake.Redirects;
import dev.stipple.web.intake.ResultPage;
import dev.stipple.web.intake.Steps;
import dev.stipple.web.intake.form.Visit;
import dev.stipple.web.intake.form.Visits;
import dev.stipple.wording.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows people what they sent, and erases it where they wish so. */
@Controller
@RequestMapping("/intake/{token}/sent")
class OwnPages {
    private final OwnScreenings own;
    private final Visits visits;
    private final TimedCounterfactuals whatWouldChange;
    private final Paper paper;
    private final Retention retention;
    private final MessageSource words;
    private final boolean mails;

    OwnPages(
            OwnScreenings own,
            Visits visits,
            TimedCounterfactuals whatWouldChange,
            Paper paper,
            Retention retention,
            MessageSource words,
            Optional<Mailing> mailing) {
        this.own = own;
        this.visits = visits;
        this.whatWouldChange = whatWouldChange;
        this.paper = paper;
        this.retention = retention;
        this.words = words;
        this.mails = mailing.isPresent();
    }

    @GetMapping
    String show(Own opened, @RequestParam(defaultValue = "false") boolean late, Model model) {
        model.addAttribute("late", late);
        model.addAttribute("page", OwnPage.of(opened, result(opened)));
        model.addAttribute("writtenTo", opened.screening().writtenTo());
        model.addAttribute("pdf", opened.address("/result.pdf"));
        model.addAttribute("again", opened.address("/again"));
        model.addAttribute("letters", opened.address("/letters"));
        model.addAttribute("files", opened.address("/files"));
        model.addAttribute("dates", opened.address("/dates.ics"));
        model.addAttribute("mails", opened.address("/mails"));
        model.addAttribute("mailAddress", mailAddress(opened));
        keeping(opened, model);
        return "intake/own";
    }

    /** Gives them the link to keep, right after they sent it. */
    @GetMapping("/link")
    String link(Own opened, Model model) {
        model.addAttribute("reference", opened.screening().reference().toString());
        model.addAttribute("own", opened.address(""));
        keeping(opened, model);
        return "intake/sent";
    }

    @GetMapping("/result.pdf")
    ResponseEntity<byte[]> pdf(Own opened) {
        return paper.pdf(
                opened.visit(), result(opened), opened.screening().current().asOf());
    }

    @GetMapping("/letters")
    String letters(Own opened, Model model) {
        model.addAttribute("letters", letters(opened));
        model.addAttribute("pdf", opened.address("/letters.pdf"));
        model.addAttribute("back", opened.address(""));
        return "intake/letters";
    }

    @GetMapping("/letters.pdf")
    ResponseEntity<byte[]> lettersOnPaper(Own opened) {
        return paper.pdf(opened.visit(), letters(opened));
    }

    private static Letters letters(Own opened) {
        String name = opened.screening().contact().name();
        return Letters.of(
                opened.visit(),
                name == null ? "" : name,
                opened.screening().current().asOf());
    }

    @GetMapping("/dates.ics")
    ResponseEntity<byte[]> dates(Own opened) {
        String summary =
                words.getMessage("own.date", null, opened.screening().language().locale());
        return new OwnDates(opened, summary).calendar().file();
    }

    /** Opens the form again for whom a consultant asked something. */
    @PostMapping("/again")
    String reopen(Own opened) {
        String token = opened.token();
        if (opened.screening().agenda().questions().isEmpty()) {
            return "redirect:" + opened.address("");
        }
        Visit visit = own.whileKept(
                new Link(token), () -> visits.reopen(token, opened.screening(), LocalDate.now(ZoneId.systemDefault())));
        return Redirects.to(visit, Steps.CHECK);
    }

    /** Where a page that answered a form is loaded again. */
    @GetMapping("/again")
    String reopened(Own opened) {
        return "redirect:" + opened.address("");
    }

    /** Begins or ends writing to whom it is. */
    @PostMapping("/mails")
    String writeTo(Own opened, @RequestParam boolean agreed) {
        if (agreed && (!mails || mailAddress(opened) == null)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        own.writeTo(new Link(opened.token()), agreed);
        return "redirect:" + opened.address("");
    }

    /** Where a page that answered a form is loaded again. */
    @GetMapping("/mails")
    String written(Own opened) {
        return "redirect:" + opened.address("");
    }

    /** Where they can be written to, or are already; null where neither. */
    private @Nullable String mailAddress(Own opened) {
        String email = opened.screening().contact().email();
        return (mails || opened.screening().writtenTo())
                        && MailAddress.of(email).isPresent()
                ? email
                : null;
    }

    @GetMapping("/removal")
    String removal(Own opened, @RequestParam(defaultValue = "false") boolean late, Model model) {
        model.addAttribute("late", late);
        model.addAttribute("removal", opened.address("/removal"));
        model.addAttribute("keep", opened.address(""));
        model.addAttribute("sent", true);
        model.addAttribute("hours", retention.hours());
        return "intake/removal";
    }

    @PostMapping("/removal")
    String remove(@PathVariable String token, HttpServletRequest request) {
        var link = new Link(token);
        Language language = language(link, request);
        own.erase(link);
        return "redirect:/intake/removed?language=" + language.tag();
    }

    /** In which it was sent, or where that cannot be read any more, that of the page. */
    private Language language(Link link, HttpServletRequest request) {
        try {
            return own.find(link).language();
        } catch (Altered | Unreadable fault) {
            return ChosenLanguage.of(request);
        }
    }

    private void keeping(Own opened, Model model) {
        model.addAttribute("link", Redirects.link(opened.token()));
        model.addAttribute("removal", opened.address("/removal"));
        model.addAttribute("until", retention.until(opened.screening().changedAt()));
    }

    private ResultPage result(Own opened) {
        var visit = opened.visit();
        var ways = whatWouldChange.of(visit.assessor().rulebook(), visit.answers(), visit.language());
        return ResultPage.of(
                visit, visit.assessment(), ways, opened.screening().current().asOf());
    }
}
