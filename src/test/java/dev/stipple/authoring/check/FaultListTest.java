package dev.stipple.authoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.stipple.authoring.Planted;
import dev.stipple.text.Fault;
import dev.stipple.text.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FaultListTest {
    private static final Fault FAULT =
            new Fault(new Place("a factor.drl", 12, 5), "syntax", "this is not DRL", "write 'when'");

    @Test
    void aLineNamesFileLineAndColumnThenWhatIsWrongThenWhatToWrite() {
        var list = new FaultList(Path.of("rules"), List.of(FAULT));

        assertThat(list.text()).containsExactly("rules/a factor.drl:12:5: this is not DRL; write 'when'");
    }

    @Test
    void jsonHasOneObjectAFault() {
        var list = new FaultList(Path.of("rules"), List.of(FAULT));

        assertThat(list.json()).contains("\"line\" : 12", "\"kind\" : \"syntax\"");
    }

    @Test
    void sarifFollowsItsSchema() throws IOException {
        var everyKind = Planted.all().stream()
                .flatMap(defect -> Check.of(defect.folder()).faults().stream())
                .toList();

        assertThat(schema().validate(new FaultList(Path.of("rules"), everyKind).sarif(), InputFormat.JSON))
                .isEmpty();
        assertThat(schema().validate(new FaultList(Path.of("rules"), List.of()).sarif(), InputFormat.JSON))
                .isEmpty();
        assertThat(schema().validate("{\"version\": \"2.0\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    private Schema schema() throws IOException {
        try (var stream = getClass().getResourceAsStream("/sarif-schema-2.1.0.json")) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text);
        }
    }
}
