package dev.stipple.web.intake;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import dev.stipple.web.Attachments;
import dev.stipple.web.intake.form.Visit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Puts a result on paper. */
@Component
public class Paper {
    private final ITemplateEngine templates;

    Paper(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** A PDF of the result, on two pages as a rule. */
    public ResponseEntity<byte[]> pdf(Visit visit, ResultPage page, LocalDate today) {
        String title = visit.questionnaire().title().in(visit.language());
        Map<String, Object> model = Map.of("page", page, "title", title, "today", today);
        return pdf("intake/paper", visit, model, "stipple-" + today + ".pdf");
    }

    /** A PDF of letters to doctors, a page each. */
    public ResponseEntity<byte[]> pdf(Visit visit, Letters letters) {
        return pdf("intake/letter-paper", visit, Map.of("letters", letters), "stipple-letter.pdf");
    }

    private ResponseEntity<byte[]> pdf(String template, Visit visit, Map<String, Object> model, String name) {
        var context = new Context(visit.language().locale(), model);
        var document = Jsoup.parse(templates.process(template, context));
        var pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .withW3cDocument(new W3CDom().fromJsoup(document), null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Attachments.of(MediaType.APPLICATION_PDF, name, pdf.toByteArray());
    }
}
