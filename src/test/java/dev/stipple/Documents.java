package dev.stipple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is written for people who use Stipple. */
public final class Documents {
    private static final Pattern BLOCK = Pattern.compile("(?m)^ *```sh\n(.*?)^ *```", Pattern.DOTALL);

    private Documents() {}

    /**
     * One document.
     *
     * @param path from the top level
     */
    public record Document(Path path, String text) {
        /** The commands of each block, a line each, comments left out. */
        public List<List<String>> blocks() {
            return BLOCK.matcher(text)
                    .results()
                    .map(each -> each.group(1)
                            .replaceAll("(?m) +# .*$", "")
                            .replaceAll("\\\\\n *|(?<=,)\n *", " ")
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList())
                    .toList();
        }
    }

    /** The README and every page of {@code docs}. */
    static List<Document> all() {
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md")),
                            pages.filter(Files::isRegularFile).sorted())
                    .map(Documents::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every other page of the project: of its own, of the examples and of the rules. */
    static List<Document> others() {
        try (Stream<Path> top = Files.list(Path.of(""));
                Stream<Path> examples = Files.walk(Path.of("examples"));
                Stream<Path> rules = Files.walk(Path.of("rules"))) {
            return Stream.of(top, examples, rules)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().matches("(?!README\\.md$|.*/(target|node_modules)/).*\\.md"))
                    .sorted()
                    .map(Documents::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Document read(Path path) {
        try {
            return new Document(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
