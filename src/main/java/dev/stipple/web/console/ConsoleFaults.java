package dev.stipple.web.console;

import dev.stipple.screening.ErasedScreening;
import dev.stipple.screening.UnknownScreening;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Turns what went wrong in the console into pages that say what to do. */
@ControllerAdvice(basePackageClasses = ConsoleFaults.class)
class ConsoleFaults {
    private static final String PAGE = "console/gone";

    @ExceptionHandler(UnknownScreening.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String unknown(Model model) {
        model.addAttribute("kind", "unknown");
        return PAGE;
    }

    @ExceptionHandler(ErasedScreening.class)
    @ResponseStatus(HttpStatus.GONE)
    String erased(Model model) {
        model.addAttribute("kind", "erased");
        return PAGE;
    }
}
