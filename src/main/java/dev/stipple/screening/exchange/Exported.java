package dev.stipple.screening.exchange;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Columns;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.screening.Exports;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Search;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Writes every screening of a list, one after the other. */
public final class Exported {
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
    private final JsonMapper json;

    public Exported(Exports exports, JsonMapper json) {
        this.exports = exports;
        this.json = json;
    }

    /** A line a person, with everything that is kept of them but what they sent as files. */
    public void jsonLines(Search search, String actor, OutputStream out) {
        exports.export(
                search,
                actor,
                screening -> write(out, ScreeningView.of(screening)),
                altered -> write(out, new Altered(altered.toString(), true)));
    }

    /** A row a person, with the answers as they were given, in the columns that an import takes. */
    public void csv(Search search, String actor, Questionnaire questionnaire, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        var table = new CSVPrinter(writer, CSVFormat.RFC4180);
        table.printRecord(Stream.of(BESIDES, List.of(OLDER, ALTERED), Columns.names(questionnaire))
                .flatMap(List::stream));
        exports.export(
                search,
                actor,
                screening -> print(table, cells(screening, questionnaire)),
                altered -> print(table, cells(altered, questionnaire)));
        table.flush();
    }

    public static List<String> cells(Screening screening, Questionnaire questionnaire) {
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
