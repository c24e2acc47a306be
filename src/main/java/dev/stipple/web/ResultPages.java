package dev.stipple.web;

import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows what came out. */
@Controller
@RequestMapping("/intake/{token}")
class ResultPages {
    private final WhatWouldChange whatWouldChange;

    ResultPages(WhatWouldChange whatWouldChange) {
        this.whatWouldChange = whatWouldChange;
    }

    @GetMapping("/result")
    String result(Visit visit, Model model) {
        model.addAttribute(
                "page",
                ResultPage.of(
                        visit,
                        whatWouldChange.of(visit.assessment(), visit.language()),
                        LocalDate.now(ZoneId.systemDefault())));
        model.addAttribute("check", visit.address("check"));
        model.addAttribute("later", visit.address("later"));
        return "intake/result";
    }
}
