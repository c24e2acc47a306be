package dev.stipple.answers;

import dev.stipple.questionnaire.Questionnaire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a table with a row a person. */
final class Table implements AnswersFile {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_HEADER = 1 << 16;

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Header header;
    private @Nullable CSVRecord next;

    private Table(CSVParser parser, Questionnaire questionnaire, Set<String> besides) {
        this.parser = parser;
        this.records = parser.iterator();
        CSVRecord first = nextRecord();
        this.header = Header.of(first == null ? List.of() : first.toList(), questionnaire, besides);
        this.next = nextRecord();
    }

    static Table open(BufferedReader reader, Questionnaire questionnaire, Set<String> besides) {
        try {
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter(reader))
                    .setIgnoreEmptyLines(true)
                    .get();
            return new Table(
                    CSVParser.builder().setReader(reader).setFormat(format).get(), questionnaire, besides);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A semicolon where the header has one, as spreadsheets write it where the comma is a decimal one. */
    private static char delimiter(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        reader.mark(LONGEST_HEADER);
        char[] start = new char[LONGEST_HEADER];
        int length = Math.max(0, reader.read(start));
        reader.reset();
        String line = new String(start, 0, length).lines().findFirst().orElse("");
        return line.indexOf(';') < 0 ? ',' : ';';
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Row next() {
        CSVRecord record = next;
        if (record == null) {
            throw new NoSuchElementException();
        }
        var row = new Cells(parser.getCurrentLineNumber(), record.toList(), header);
        next = nextRecord();
        return row;
    }

    private @Nullable CSVRecord nextRecord() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new BrokenTable(parser.getCurrentLineNumber());
        }
    }

    /** The columns of this table. */
    private record Header(List<String> columns, Questionnaire questionnaire, Set<String> besides) {
        static Header of(List<String> cells, Questionnaire questionnaire, Set<String> besides) {
            var columns = cells.stream().map(String::strip).toList();
            var known = new ArrayList<>(Columns.names(questionnaire));
            known.addAll(besides);
            var faults = new AnswerFaults();
            var seen = new HashSet<String>();
            for (String column : columns) {
                if (!known.contains(column)) {
                    faults.addUnknown(
                            pointer(column),
                            "there is no such column",
                            "group.question, or a group where it repeats",
                            column,
                            known);
                } else if (!seen.add(column)) {
                    faults.add(pointer(column), "this column is there twice", "one column a question");
                }
            }
            if (columns.isEmpty()) {
                faults.add("/", "there is no header", "a first row with the names of the columns");
            }
            faults.throwIfAny();
            return new Header(columns, questionnaire, Set.copyOf(besides));
        }

        private static String pointer(String column) {
            return "/" + column.replace("~", "~0").replace("/", "~1");
        }
    }

    private record Cells(long line, List<String> cells, Header header) implements Row {
        @Override
        public Person read() {
            List<String> columns = header.columns();
            if (cells.size() != columns.size()) {
                throw new InvalidAnswers(List.of(new AnswerFault(
                        "", "this row has " + cells.size() + " cells", columns.size() + " as in the header", null)));
            }
            Map<String, String> besides = new HashMap<>();
            Map<String, String> answers = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                if (!header.besides().contains(columns.get(i))) {
                    answers.put(columns.get(i), cells.get(i));
                } else if (!cells.get(i).isBlank()) {
                    besides.put(columns.get(i), cells.get(i).strip());
                }
            }
            return new Person(besides, Columns.json(header.questionnaire(), answers));
        }
    }
}
