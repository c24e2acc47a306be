import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;

/**
 * Measures the lines of files and of methods: {@code java src/test/sizes/Sizes.java}, of src/main/java where no other folder is
 * named. A method is measured from its first line, annotations left out, to its last.
 */
public final class Sizes {
    private static final int LONGEST = 5;

    private Sizes() {}

    public static void main(String[] args) throws Exception {
        List<Path> files;
        try (var found = Files.walk(Path.of(args.length == 0 ? "src/main/java" : args[0]))) {
            files = found.filter(file -> file.toString().endsWith(".java")).toList();
        }
        var inFiles = new TreeMap<String, Integer>();
        for (Path file : files) {
            if (!file.endsWith("package-info.java")) {
                inFiles.put(file.toString(), Files.readAllLines(file).size());
            }
        }
        print("files", inFiles);
        print("methods", methods(files));
    }

    private static Map<String, Integer> methods(List<Path> files) throws Exception {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var sources = compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(files);
        var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
        var positions = Trees.instance(task).getSourcePositions();
        var methods = new TreeMap<String, Integer>();
        for (CompilationUnitTree file : task.parse()) {
            String name = file.getSourceFile().getName();
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitMethod(MethodTree method, Void unused) {
                    if (method.getBody() != null) {
                        long begin = positions.getStartPosition(
                                file, method.getReturnType() == null ? method : method.getReturnType());
                        long first = line(file, begin < 0 ? positions.getStartPosition(file, method) : begin);
                        long last = line(file, positions.getEndPosition(file, method));
                        methods.put(name + ":" + first + " " + method.getName(), (int) (last - first + 1));
                    }
                    return super.visitMethod(method, unused);
                }
            }.scan(file, null);
        }
        return methods;
    }

    private static long line(CompilationUnitTree file, long position) {
        return file.getLineMap().getLineNumber(position);
    }

    private static void print(String what, Map<String, Integer> lines) {
        var sorted = lines.values().stream().sorted().toList();
        System.out.printf(
                "%d %s, lines: median %d, 95th percentile %d, longest %d%n",
                sorted.size(),
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100),
                sorted.get(sorted.size() - 1));
        lines.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(LONGEST)
                .forEach(each -> System.out.println("  " + each.getValue() + " " + each.getKey()));
    }
}
