package dev.stipple.bench;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** The rules as one compiled Java method: what no engine can beat. */
final class PlainJava implements Contender {
    private final ToIntFunction<int[]> rules;

    @SuppressWarnings("unchecked")
    PlainJava(FlatRules flat) throws IOException, ReflectiveOperationException {
        String body = flat.rules().stream()
                .map(rule -> "if (" + rule.text("v[%d]", " && ") + ") fired[n++] = " + rule.number() + ";\n")
                .collect(Collectors.joining());
        Path folder = Files.createTempDirectory("plain");
        Path source = Files.writeString(
                folder.resolve("Plain.java"), """
                public class Plain implements java.util.function.ToIntFunction<int[]> {
                    public static volatile int[] last;
                    public int applyAsInt(int[] v) { int[] fired = new int[%d]; int n = 0;
                %s        last = fired; return n; }
                }
                """.formatted(flat.rules().size(), body));
        ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString());
        var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        this.rules = (ToIntFunction<int[]>)
                loader.loadClass("Plain").getDeclaredConstructor().newInstance();
    }

    @Override
    public Object prepared(int[] values) {
        return values;
    }

    @Override
    public int firing(Object prepared) {
        return rules.applyAsInt((int[]) prepared);
    }
}
