package dev.stipple.web.console.queue;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.answers.BrokenTable;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.live.LiveRules;
import dev.stipple.live.Streams;
import dev.stipple.screening.Exports;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.exchange.Exported;
import dev.stipple.screening.exchange.Imports;
import dev.stipple.text.DecodedText;
import dev.stipple.web.FormParts;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Gives the people of a list as a file, and takes those of one. */
@Controller
@RequestMapping(ExchangePages.PATH)
class ExchangePages {
    static final String PATH = "/console/exchange";

    private static final String PAGE = "console/exchange";
    private static final int BEGINNING = 1_000;

    /** How a file says who is in it. */
    enum Form {
        TABLE("text/csv;charset=UTF-8", "screenings.csv"),
        LINES("application/x-ndjson", "screenings.jsonl");

        private final String type;
        private final String file;

        Form(String type, String file) {
            this.type = type;
            this.file = file;
        }

        /** That of a file, as no table begins with a brace. */
        static Form of(byte[] content) {
            return new String(content, 0, Math.min(content.length, BEGINNING), StandardCharsets.UTF_8)
                            .replace("\ufeff", "")
                            .strip()
                            .startsWith("{")
                    ? LINES
                    : TABLE;
        }
    }

    private final Exported exported;
    private final Imports imports;
    private final Streams streams;
    private final LiveRules rules;
    private final Accounts accounts;
    private final DataSize most;

    /** @param most how large a form with a file may be */
    ExchangePages(
            Exports exports,
            Screenings screenings,
            Streams streams,
            LiveRules rules,
            Accounts accounts,
            JsonMapper json,
            @Value("${stipple.limits.upload-body}") DataSize most) {
        this.exported = new Exported(exports, json);
        this.imports = new Imports(screenings);
        this.streams = streams;
        this.rules = rules;
        this.accounts = accounts;
        this.most = most;
    }

    /** Everybody whom the queue shows at the address with the same parameters. */
    @GetMapping("/export")
    void export(
            @RequestParam Map<String, String> asked,
            @RequestParam Form form,
            Principal person,
            HttpServletResponse response)
            throws IOException {
        var search = QueueFilter.of(asked)
                .search(Instant.now(), person.getName(), accounts.colleagues().gone());
        var questionnaire = rules.assessor().rulebook().questionnaire();
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(form.file).build().toString());
        streams.answer(response, MediaType.valueOf(form.type), out -> {
            if (form == Form.TABLE) {
                exported.csv(search, person.getName(), questionnaire, out);
            } else {
                exported.jsonLines(search, person.getName(), out);
            }
        });
    }

    @GetMapping
    ModelAndView show() {
        return page(UUID.randomUUID(), HttpStatus.OK);
    }

    private ModelAndView page(UUID key, HttpStatus status) {
        return new ModelAndView(PAGE, Map.of("key", key, "megabytes", most.toMegabytes()), status);
    }

    /** Where a page that answered a form is loaded again. */
    @GetMapping("/import")
    String again() {
        return "redirect:" + PATH;
    }

    /**
     * Keeps the people of a file, and tells what came of it.
     *
     * @param key of the page, so that a file sent again from it, mended, keeps nobody twice
     */
    @PostMapping("/import")
    ModelAndView take(
            @RequestParam UUID key,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Principal person,
            HttpServletRequest request,
            CsrfToken token)
            throws IOException, ServletException {
        FormParts.requireRead(request, Set.of("key", "file", token.getParameterName()));
        byte[] content = file == null ? new byte[0] : file.getBytes();
        if (content.length == 0) {
            return page(key, HttpStatus.UNPROCESSABLE_CONTENT).addObject("fault", "exchange.fault");
        }
        var text = new DecodedText(new ByteArrayInputStream(content), StandardCharsets.UTF_8);
        Imports.Report report = report(text, Form.of(content), key, person);
        var status = report.refused().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return page(key, status).addObject("report", report);
    }

    /** What came of a file, also of one whose first line cannot be read. */
    private Imports.Report report(DecodedText text, Form form, UUID key, Principal person) {
        try {
            return form == Form.TABLE
                    ? imports.csv(text, rules.assessor(), key.toString(), person.getName())
                    : imports.jsonLines(text, rules.assessor(), key.toString(), person.getName());
        } catch (InvalidAnswers e) {
            return Imports.Report.ofHeader(e);
        } catch (BrokenTable e) {
            return Imports.Report.ofHeader(e);
        }
    }
}
