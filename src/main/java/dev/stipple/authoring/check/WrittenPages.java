package dev.stipple.authoring.check;

import dev.stipple.rulebook.Contents;
import dev.stipple.text.Fault;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The pages of a rules folder that are written from its rules. */
public final class WrittenPages {
    /** The table of all rules. */
    public static final String TABLE = "TABLE.md";

    private static final Map<String, Function<Contents, String>> PAGES =
            Map.of(TABLE, RulesTable::write, "CLINICIANS.md", ClinicianPage::write);

    private WrittenPages() {}

    /** The text of each page by its file. */
    public static SortedMap<String, String> of(Contents contents) {
        var pages = new TreeMap<String, String>();
        PAGES.forEach((file, page) -> pages.put(file, page.apply(contents)));
        return pages;
    }

    /** A fault for each page that is there and not what the rules say. */
    static List<Fault> check(Contents contents) {
        if (!contents.faults().isEmpty()) {
            return List.of();
        }
        RulesFolder folder = contents.folder();
        return of(contents).entrySet().stream()
                .filter(page ->
                        folder.has(page.getKey()) && !folder.text(page.getKey()).equals(page.getValue()))
                .map(page -> new Fault(
                        Place.ofDifference(page.getKey(), folder.text(page.getKey()), page.getValue()),
                        "stale-table",
                        "this page is not that of the rules",
                        "run: stipple table --write"))
                .toList();
    }

    /** The folder with each page that it has written anew. */
    static RulesFolder rewritten(RulesFolder folder) {
        RulesFolder written = folder;
        for (Map.Entry<String, String> page : of(Contents.read(folder)).entrySet()) {
            written = written.has(page.getKey()) ? written.with(page.getKey(), page.getValue()) : written;
        }
        return written;
    }
}
