package dev.stipple.api.screenings;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Columns;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.api.Streams;
import dev.stipple.live.LiveRules;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.Exports;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Search;
import dev.stipple.screening.kept.Status;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Gives every screening of a list, one after the other, as JSON Lines or as a table. */
@RestController
class ExportController {
    private static final String JSON_LINES = "application/x-ndjson";
    private static final String CSV = "text/csv;charset=UTF-8";
    /** The column of answers that do not fit the other columns any more, as JSON; an import does not take it. */
    static final String OLDER = "olderAnswers";

    /** Says of a screening that it was altered in the database and is not shown; an import does not take it. */
    static final String ALTERED = "altered";

    /** What is exported of a screening that was altered in the database. */
    private record Altered(String reference, boolean altered) {}

    private static final List<String> BESIDES = List.of(
            "reference",
            "receivedAt",
            "status",
            "verdict",
            "decided",
            "language",
            "consent",
            SubmissionRequest.GIVEN,
            "name",
            "email",
            "phone");

    private final Exports exports;
    private final LiveRules rules;
    private final JsonMapper json;
    private final Streams streams;

    ExportController(Exports exports, LiveRules rules, JsonMapper json, Streams streams) {
        this.exports = exports;
        this.rules = rules;
        this.json = json;
        this.streams = streams;
    }

    @Operation(operationId = "exportScreenings", summary = "Export screenings as JSON Lines or CSV")
    @GetMapping(path = "/api/v1/screenings/export", produces = JSON_LINES)
    void jsonLines(
            @RequestParam(required = false) @Nullable Verdict verdict,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestParam(required = false) @Nullable String text,
            Principal principal,
            HttpServletResponse response)
            throws IOException {
        Search search = search(verdict, status, from, before, text);
        streams.answer(
                response,
                MediaType.valueOf(JSON_LINES),
                out -> exports.export(
                        search,
                        principal.getName(),
                        screening -> write(out, ScreeningView.of(screening)),
                        altered -> write(out, new Altered(altered.toString(), true))));
    }

    /** Everything that is kept of the person, to be handed to them. */
    @Operation(operationId = "readPersonFile", summary = "Export all that is kept of a person")
    @GetMapping("/api/v1/screenings/{reference}/person")
    PersonFileView personFile(@PathVariable String reference, Principal principal) {
        return PersonFileView.of(exports.personFile(ScreeningsController.reference(reference), principal.getName()));
    }

    /** A row a person, with the answers as they were given, in the columns that an import takes. */
    @Operation(operationId = "exportScreenings", summary = "Export screenings as JSON Lines or CSV")
    @GetMapping(path = "/api/v1/screenings/export", produces = CSV)
    void csv(
            @RequestParam(required = false) @Nullable Verdict verdict,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestParam(required = false) @Nullable String text,
            Principal principal,
            HttpServletResponse response)
            throws IOException {
        Search search = search(verdict, status, from, before, text);
        Questionnaire questionnaire = rules.assessor().rulebook().questionnaire();
        streams.answer(response, MediaType.valueOf(CSV), out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            var table = new CSVPrinter(writer, CSVFormat.RFC4180);
            table.printRecord(Stream.of(BESIDES, List.of(OLDER, ALTERED), Columns.names(questionnaire))
                    .flatMap(List::stream));
            exports.export(
                    search,
                    principal.getName(),
                    screening -> print(table, cells(screening, questionnaire)),
                    altered -> print(table, cells(altered, questionnaire)));
            table.flush();
        });
    }

    static List<String> cells(Screening screening, Questionnaire questionnaire) {
        var contact = screening.contact();
        var cells = new ArrayList<>(Stream.of(
                        screening.reference(),
                        screening.receivedAt(),
                        screening.status(),
                        screening.verdict(),
                        Objects.requireNonNullElse(screening.decided(), ""),
                        screening.language().tag(),
                        screening.consent(),
                        screening.current().given(),
                        Objects.requireNonNullElse(contact.name(), ""),
                        Objects.requireNonNullElse(contact.email(), ""),
                        Objects.requireNonNullElse(contact.phone(), ""))
                .map(cell -> Columns.cell(cell.toString()))
                .toList());
        try {
            var fitting = screening.current().read(questionnaire);
            cells.addAll(List.of("", ""));
            cells.addAll(Columns.cells(fitting));
        } catch (InvalidAnswers e) {
            cells.addAll(List.of(screening.current().answers(), ""));
            cells.addAll(Columns.cells(Answers.none(questionnaire)));
        }
        return cells;
    }

    private static List<String> cells(Reference altered, Questionnaire questionnaire) {
        var cells = new ArrayList<>(List.of(altered.toString()));
        cells.addAll(Collections.nCopies(BESIDES.size(), ""));
        cells.add("true");
        cells.addAll(Columns.cells(Answers.none(questionnaire)));
        return cells;
    }

    private static Search search(
            @Nullable Verdict verdict,
            @Nullable Status status,
            @Nullable Instant from,
            @Nullable Instant before,
            @Nullable String text) {
        return new Search(verdict, status, from, before, null, text, Search.Order.RECEIVED, false, null, 1);
    }

    private static void print(CSVPrinter table, List<String> cells) {
        try {
            table.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(OutputStream out, Object line) {
        try {
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
