package dev.stipple.studio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The keys and values of a YAML file in the order written, finished or not, as far as rules folders use YAML: block and flow
 * maps and lists, and texts that are plain, quoted or folded. Broken files are read as far as they make sense.
 */
final class YamlWords {
    /** Stands for an item of a list in a path. */
    static final String ITEM = "-";

    /**
     * A key or a value.
     *
     * @param path the keys around it; of a value, its own key too
     * @param text without quotes
     * @param start offset of the text
     */
    record Word(List<String> path, String text, int start, boolean key) {
        int end() {
            return start + text.length();
        }

        /** A key around it, counted from the innermost; empty where there are not so many. */
        String around(int back) {
            return back < path.size() ? path.get(path.size() - 1 - back) : "";
        }
    }

    /** A key or an item that lines further in belong to. */
    private record Level(int indent, String name) {}

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private final Deque<String> flow = new ArrayDeque<>();
    private int at;

    private YamlWords(String text) {
        this.text = text;
    }

    static YamlWords of(String text) {
        var read = new YamlWords(text);
        while (read.at < text.length()) {
            read.line();
        }
        if (text.endsWith("\n") && read.flow.isEmpty()) {
            read.leave(0, false);
        }
        return read;
    }

    List<Word> words() {
        return words;
    }

    /** The keys around the end of the text. */
    List<String> path() {
        var all = new ArrayList<String>();
        levels.descendingIterator().forEachRemaining(level -> all.add(level.name()));
        flow.descendingIterator().forEachRemaining(all::add);
        all.removeIf(String::isEmpty);
        return all;
    }

    private void line() {
        int start = at;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        int indent = at - start;
        if (at >= text.length()) {
            leave(indent, false);
        } else if (text.charAt(at) == '\n' || text.charAt(at) == '#') {
            skipLine();
        } else {
            block(indent);
        }
    }

    private void leave(int indent, boolean item) {
        while (!levels.isEmpty() && isLeft(levels.peek(), indent, item)) {
            levels.pop();
        }
    }

    /** Items of a list may stand as far out as the key that they belong to. */
    private static boolean isLeft(Level level, int indent, boolean item) {
        return level.indent() > indent
                || (level.indent() == indent && (!item || level.name().equals(ITEM)));
    }

    private void block(int indent) {
        int column = indent;
        boolean item = isItem();
        leave(column, item);
        while (item) {
            levels.push(new Level(column, ITEM));
            at++;
            column++;
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
                column++;
            }
            item = isItem();
        }
        if (at < text.length() && "\n#".indexOf(text.charAt(at)) < 0) {
            content(column);
        }
        skipLine();
    }

    private boolean isItem() {
        return at < text.length()
                && text.charAt(at) == '-'
                && (at + 1 == text.length() || " \n".indexOf(text.charAt(at + 1)) >= 0);
    }

    private void content(int column) {
        if (text.charAt(at) == '{' || text.charAt(at) == '[') {
            flow();
            return;
        }
        Word word = scalar("\n");
        skipSpace(" ");
        if (!isColon()) {
            words.add(word);
            return;
        }
        words.add(new Word(word.path(), word.text(), word.start(), true));
        levels.push(new Level(column, word.text()));
        at++;
        skipSpace(" ");
        if (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '#') {
            value(column);
        }
    }

    private void value(int column) {
        char first = text.charAt(at);
        if (first == '{' || first == '[') {
            flow();
        } else if (first == '|' || first == '>') {
            folded(column);
        } else {
            words.add(scalar("\n"));
        }
    }

    /** A text in lines of its own, as far as they stand further in. */
    private void folded(int column) {
        skipLine();
        int start = at;
        int end = at;
        while (at < text.length() && indentHere() > column) {
            skipLine();
            end = at;
        }
        words.add(new Word(path(), text.substring(start, end), start, false));
        at = Math.max(start - 1, end - 1);
    }

    private int indentHere() {
        int end = at;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return end < text.length() && text.charAt(end) == '\n' ? Integer.MAX_VALUE : end - at;
    }

    private boolean isColon() {
        return at < text.length()
                && text.charAt(at) == ':'
                && (at + 1 == text.length() || " \n,]}".indexOf(text.charAt(at + 1)) >= 0);
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
    }

    private void skipSpace(String space) {
        while (at < text.length() && space.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** A map or a list on one line or more; what is not closed lasts to the end of the text. */
    private void flow() {
        boolean map = text.charAt(at) == '{';
        at++;
        flow.push(map ? "" : ITEM);
        while (at < text.length()) {
            skipSpace(" \n\t");
            if (at >= text.length()) {
                return;
            }
            char next = text.charAt(at);
            if (next == ',') {
                at++;
            } else if (next == '}' || next == ']') {
                at++;
                flow.pop();
                return;
            } else if (next == '#') {
                skipLine();
            } else if (!part(map)) {
                return;
            }
        }
    }

    /** One entry or item; false where the text ends in it. */
    private boolean part(boolean map) {
        if (map) {
            Word key = scalar(",{}[]\n");
            words.add(new Word(key.path(), key.text(), key.start(), true));
            skipSpace(" \n\t");
            if (!isColon()) {
                return at < text.length();
            }
            at++;
            flow.pop();
            flow.push(key.text());
            skipSpace(" \n\t");
        }
        boolean whole = item();
        if (map && whole) {
            flow.pop();
            flow.push("");
        }
        return whole;
    }

    private boolean item() {
        if (at >= text.length()) {
            return false;
        }
        char first = text.charAt(at);
        if (first == '{' || first == '[') {
            int deep = flow.size();
            flow();
            return flow.size() == deep;
        }
        if (first != ',' && first != '}' && first != ']') {
            words.add(scalar(",{}[]\n"));
        }
        return true;
    }

    /** A text, plain up to one of these signs, or quoted. */
    private Word scalar(String ends) {
        char quote = text.charAt(at);
        return quote == '"' || quote == '\'' ? quoted(quote) : plain(ends);
    }

    private Word quoted(char quote) {
        int start = ++at;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' && quote == '"' ? 2 : 1;
        }
        int end = Math.min(at, text.length());
        at = Math.min(end + 1, text.length());
        return new Word(path(), text.substring(start, end), start, false);
    }

    private Word plain(String ends) {
        int start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0 && !isColon() && !isComment()) {
            at++;
        }
        if (at == start && at < text.length()) {
            at++;
        }
        String plain = text.substring(start, at).stripTrailing();
        return new Word(path(), plain, start, false);
    }

    private boolean isComment() {
        return text.charAt(at) == '#' && at > 0 && text.charAt(at - 1) == ' ';
    }
}
