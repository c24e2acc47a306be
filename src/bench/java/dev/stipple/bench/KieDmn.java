package dev.stipple.bench;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** KIE DMN with one decision table that collects the rules that fired. */
final class KieDmn implements Contender {
    private final DMNRuntime runtime;
    private final DMNModel model;

    KieDmn(FlatRules flat) {
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newReaderResource(new StringReader(xml(flat)))))
                .getOrElseThrow(e -> new IllegalStateException(e));
        model = runtime.getModels().get(0);
    }

    private static String xml(FlatRules flat) {
        String inputs =
                each("<inputData id=\"i%d\" name=\"f%d\"><variable name=\"f%d\" typeRef=\"number\"/></inputData>\n");
        String needs =
                each("<informationRequirement id=\"r%d\"><requiredInput href=\"#i%d\"/></informationRequirement>\n");
        String columns = each(
                "<input id=\"c%d\"><inputExpression id=\"e%d\" typeRef=\"number\"><text>f%d</text></inputExpression></input>\n");
        String rows = flat.rules().stream().map(KieDmn::row).collect(Collectors.joining());
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="flat" namespace="flat">
                %s<decision id="fired" name="fired"><variable name="fired"/>
                %s<decisionTable id="t" hitPolicy="COLLECT">
                %s<output id="o" typeRef="string"/>
                %s</decisionTable></decision></definitions>
                """.formatted(inputs, needs, columns, rows);
    }

    private static String each(String text) {
        return IntStream.range(0, FlatRules.FIELDS)
                .mapToObj(field -> text.replace("%d", Integer.toString(field)))
                .collect(Collectors.joining());
    }

    private static String row(FlatRules.FlatRule rule) {
        String cells = IntStream.range(0, FlatRules.FIELDS)
                .mapToObj(field -> rule.comparisons().stream()
                        .filter(comparison -> comparison.field() == field)
                        .map(comparison -> (comparison.operator() + " " + comparison.constant()).replace("<", "&lt;"))
                        .findFirst()
                        .orElse("-"))
                .map(cell -> "<inputEntry><text>" + cell + "</text></inputEntry>")
                .collect(Collectors.joining());
        return "<rule>" + cells + "<outputEntry><text>\"" + rule.name() + "\"</text></outputEntry></rule>\n";
    }

    @Override
    public Object prepared(int[] values) {
        Map<String, Object> inputs = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            inputs.put("f" + i, BigDecimal.valueOf(values[i]));
        }
        return inputs;
    }

    @Override
    @SuppressWarnings("unchecked")
    public int firing(Object prepared) {
        var context = runtime.newContext();
        ((Map<String, Object>) prepared).forEach(context::set);
        var result = runtime.evaluateAll(model, context);
        Object fired = result.getDecisionResultByName("fired").getResult();
        return fired == null ? 0 : ((Collection<?>) fired).size();
    }
}
