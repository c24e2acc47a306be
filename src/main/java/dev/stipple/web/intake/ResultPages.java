package dev.stipple.web.intake;

import dev.stipple.reasoning.change.TimedCounterfactuals;
import dev.stipple.web.intake.form.Visit;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows what came out. */
@Controller
@RequestMapping("/intake/{token}")
class ResultPages {
    private final TimedCounterfactuals whatWouldChange;
    private final Paper paper;

    ResultPages(TimedCounterfactuals whatWouldChange, Paper paper) {
        this.whatWouldChange = whatWouldChange;
        this.paper = paper;
    }

    @GetMapping("/result")
    String result(Visit visit, Model model) {
        model.addAttribute("page", page(visit));
        model.addAttribute("pdf", visit.address("result.pdf"));
        model.addAttribute("letters", visit.address("letters"));
        model.addAttribute("check", visit.address("check"));
        model.addAttribute("handover", visit.address("handover"));
        return "intake/result";
    }

    @GetMapping("/result.pdf")
    ResponseEntity<byte[]> pdf(Visit visit) {
        return paper.pdf(visit, page(visit), today());
    }

    @GetMapping("/letters")
    String letters(Visit visit, Model model) {
        model.addAttribute("letters", letters(visit));
        model.addAttribute("pdf", visit.address("letters.pdf"));
        model.addAttribute("back", visit.address("result"));
        return "intake/letters";
    }

    @GetMapping("/letters.pdf")
    ResponseEntity<byte[]> lettersOnPaper(Visit visit) {
        return paper.pdf(visit, letters(visit));
    }

    private static Letters letters(Visit visit) {
        return Letters.of(visit, "", today());
    }

    private ResultPage page(Visit visit) {
        var ways = whatWouldChange.of(visit.assessor().rulebook(), visit.answers(), visit.language());
        return ResultPage.of(visit, visit.assessment(), ways, today());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }
}
