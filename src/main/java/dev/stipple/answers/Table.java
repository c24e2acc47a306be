package dev.stipple.answers;

import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.DecodedText;
import dev.stipple.text.PlainText;
import dev.stipple.text.StrictJson;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** Reads a table with a row a person. */
final class Table implements AnswersFile {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_HEADER = 1 << 16;

    /** What spreadsheets write first where a table has a separator that they do not expect. */
    private static final Pattern SEPARATOR = Pattern.compile("\"?sep=([,;\t|])\"?");

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private final DecodedText decoded;
    private final CSVParser parser;
    private final long skipped;
    private final Iterator<CSVRecord> records;
    private final Header header;
    private @Nullable Row next;
    private long last;

    private Table(
            DecodedText decoded,
            CSVParser parser,
            long skipped,
            Questionnaire questionnaire,
            Map<String, JsonPointer> besides) {
        this.decoded = decoded;
        this.parser = parser;
        this.skipped = skipped;
        this.last = skipped;
        this.records = parser.iterator();
        CSVRecord first = nextRecord();
        String damage = decoded.damage(1, line());
        if (damage != null) {
            throw InvalidAnswers.undecoded(damage);
        }
        this.last = line();
        this.header = Header.of(first == null ? List.of() : first.toList(), questionnaire, besides);
        this.next = nextRow();
    }

    static Table open(DecodedText text, Questionnaire questionnaire, Map<String, JsonPointer> besides) {
        try {
            var reader = new BufferedReader(text);
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            String first = firstLine(reader);
            Matcher named = SEPARATOR.matcher(first);
            if (named.matches()) {
                reader.readLine();
            }
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(named.matches() ? named.group(1).charAt(0) : delimiter(first))
                    .setIgnoreEmptyLines(true)
                    .get();
            var parser = CSVParser.builder().setReader(reader).setFormat(format).get();
            return new Table(text, parser, named.matches() ? 1 : 0, questionnaire, besides);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_HEADER);
        char[] start = new char[LONGEST_HEADER];
        int length = Math.max(0, reader.read(start));
        reader.reset();
        return new String(start, 0, length).lines().findFirst().orElse("");
    }

    /** A semicolon where the header has one, as spreadsheets write it where the comma is a decimal one. */
    private static char delimiter(String header) {
        return header.indexOf(';') < 0 ? ',' : ';';
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Row next() {
        Row row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = row instanceof Unread ? null : nextRow();
        return row;
    }

    private @Nullable Row nextRow() {
        try {
            CSVRecord record = nextRecord();
            return record == null ? null : cells(record);
        } catch (BrokenTable e) {
            return new Unread(last + 1, e);
        }
    }

    private Cells cells(CSVRecord record) {
        String damage = decoded.damage(last + 1, line());
        last = line();
        long within = record.stream()
                .mapToLong(cell -> LINE_END.matcher(cell).results().count())
                .sum();
        return new Cells(last - within, record.toList(), header, damage);
    }

    private long line() {
        return skipped + parser.getCurrentLineNumber();
    }

    private @Nullable CSVRecord nextRecord() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw new BrokenTable(last + 1);
            }
            throw e;
        }
    }

    /** All that is left from a row on whose quotes do not match. */
    private record Unread(long line, BrokenTable why) implements Row {
        @Override
        public StrictJson read() {
            throw why;
        }
    }

    /** The columns of this table. */
    private record Header(List<String> columns, Questionnaire questionnaire, Map<String, JsonPointer> besides) {
        static Header of(List<String> cells, Questionnaire questionnaire, Map<String, JsonPointer> besides) {
            var columns = cells.stream().map(String::strip).toList();
            var known = new ArrayList<>(Columns.names(questionnaire));
            known.addAll(besides.keySet());
            var faults = new AnswerFaults();
            var seen = new HashSet<String>();
            for (int i = 0; i < columns.size(); i++) {
                String column = columns.get(i);
                String place = "column " + (i + 1) + ": ";
                if (column.isEmpty()) {
                    faults.add(pointer(column), place + "it has no name", "a name, or no separator too many");
                } else if (!known.contains(column)) {
                    faults.addUnknown(
                            pointer(column),
                            place + "there is no such column",
                            "group.question, or a group where it repeats",
                            column,
                            known);
                } else if (!seen.add(column)) {
                    faults.add(pointer(column), place + "it is there twice", "one column a question");
                }
            }
            if (columns.isEmpty()) {
                faults.add("/", "there is no header", "a first row with the names of the columns");
            }
            faults.throwIfAny();
            return new Header(columns, questionnaire, Map.copyOf(besides));
        }

        private static String pointer(String column) {
            return JsonPointer.empty().appendProperty(column).toString();
        }
    }

    private record Cells(
            long line,
            List<String> cells,
            Header header,
            @Nullable String damage) implements Row {
        @Override
        public StrictJson read() {
            if (damage != null) {
                throw InvalidAnswers.undecoded(damage);
            }
            List<String> columns = header.columns();
            if (cells.size() != columns.size()) {
                throw new InvalidAnswers(List.of(new AnswerFault(
                        "", "this row has " + cells.size() + " cells", columns.size() + " as in the header", null)));
            }
            checkPlain(columns);
            Map<JsonPointer, String> besides = new HashMap<>();
            Map<String, String> answers = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                JsonPointer place = header.besides().get(columns.get(i));
                if (place == null) {
                    answers.put(columns.get(i), cells.get(i));
                } else if (!cells.get(i).isBlank()) {
                    besides.put(place, Columns.text(cells.get(i)));
                }
            }
            return Columns.json(header.questionnaire(), answers, besides);
        }

        private void checkPlain(List<String> columns) {
            var faults = new AnswerFaults();
            for (int i = 0; i < cells.size(); i++) {
                if (!PlainText.is(cells.get(i))) {
                    faults.add(Header.pointer(columns.get(i)), PlainText.FAULT, "a text without");
                }
            }
            faults.throwIfAny();
        }
    }
}
