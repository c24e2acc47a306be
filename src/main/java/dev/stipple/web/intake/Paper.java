package dev.stipple.web.intake;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import dev.stipple.web.intake.form.Visit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Puts a result on paper. */
@Component
class Paper {
    private final ITemplateEngine templates;

    Paper(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** A PDF of the result, on two pages as a rule. */
    byte[] pdf(Visit visit, ResultPage page, LocalDate today) {
        var context = new Context(
                visit.language().locale(),
                Map.of(
                        "page", page,
                        "title", visit.questionnaire().title().in(visit.language()),
                        "today", today));
        var document = Jsoup.parse(templates.process("intake/paper", context));
        var pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .withW3cDocument(new W3CDom().fromJsoup(document), null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }
}
