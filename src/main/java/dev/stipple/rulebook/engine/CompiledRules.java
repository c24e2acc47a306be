package dev.stipple.rulebook.engine;

import dev.stipple.rulebook.dialect.FactsFile;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * The classes that Drools makes of rule files, in a class loader of their own that goes when they go. Each file is compiled
 * by itself against the classes of the fact types, and kept, so that a change of one file costs the compiling of one.
 */
final class CompiledRules {
    static {
        // Before the first build: only this parser tells where annotations stand.
        System.setProperty("drools.lang.level", "DRL10");
    }

    private static final String MODEL_LIST = "drools-model";

    private final Loader loader;
    private final List<Model> models;

    private CompiledRules(Map<String, byte[]> entries) {
        this.loader = new Loader(entries);
        this.models = entries.keySet().stream()
                .filter(name -> name.endsWith(MODEL_LIST))
                .flatMap(name -> new String(entries.get(name), StandardCharsets.UTF_8).lines())
                .map(String::strip)
                .filter(loader::has)
                .map(name -> (Model) make(type(name)))
                .toList();
    }

    /**
     * The classes for these files, from the cache where they are there.
     *
     * @param files text by file name, {@code facts.drl} among them
     * @throws InvalidRules where Drools refuses them
     */
    static CompiledRules of(SortedMap<String, String> files) {
        String facts = Objects.requireNonNull(files.get(FactsFile.NAME), FactsFile.NAME);
        var entries = new HashMap<>(
                entries(FactsFile.NAME, Map.of(FactsFile.NAME, facts), facts, CompiledRules.class.getClassLoader()));
        var types = new Loader(Map.copyOf(entries));
        var faults = new ArrayList<Fault>();
        files.forEach((name, text) -> {
            if (!name.equals(FactsFile.NAME)) {
                try {
                    entries.putAll(entries(name, Map.of(FactsFile.NAME, facts, name, text), FactsFile.HEADER, types));
                } catch (InvalidRules e) {
                    faults.addAll(e.faults());
                }
            }
        });
        if (!faults.isEmpty()) {
            throw new InvalidRules(faults);
        }
        return new CompiledRules(entries);
    }

    /**
     * What one file is compiled to, from the cache where it is there.
     *
     * @param texts all that the classes follow from, by file name
     * @param facts what stands in {@code facts.drl} for this file
     * @param types knows the classes that the file may name
     */
    private static Map<String, byte[]> entries(
            String name, Map<String, String> texts, String facts, ClassLoader types) {
        var cache = CompiledRulesCache.of(texts);
        Map<String, byte[]> kept = cache.read();
        if (kept != null) {
            return kept;
        }
        var sources = new HashMap<>(texts);
        sources.put(FactsFile.NAME, facts);
        byte[] compiled = compile(name, sources, types);
        cache.write(compiled);
        return entries(compiled);
    }

    List<Model> models() {
        return models;
    }

    /** The class of a fact or of an enum that {@code facts.drl} declares. */
    Class<?> declared(String name) {
        return type(FactsFile.PACKAGE + "." + name);
    }

    private Class<?> type(String name) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is not among the compiled rules", e);
        }
    }

    private static Object make(Class<?> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    /** The files in a jar by name. */
    static Map<String, byte[]> entries(byte[] jar) {
        var entries = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static byte[] compile(String file, Map<String, String> sources, ClassLoader types) {
        KieServices services = KieServices.Factory.get();
        ReleaseId id =
                services.newReleaseId(FactsFile.PACKAGE, UUID.randomUUID().toString(), "1");
        KieFileSystem system = services.newKieFileSystem();
        system.generateAndWritePomXML(id);
        sources.forEach((name, text) -> system.write("src/main/resources/stipple/rules/" + last(name), text));
        try {
            KieBuilder builder = services.newKieBuilder(system, types).buildAll(ExecutableModelProject.class);
            var errors = builder.getResults().getMessages(Message.Level.ERROR);
            if (!errors.isEmpty()) {
                throw new InvalidRules(
                        errors.stream().map(error -> fault(error, file)).toList());
            }
            return ((InternalKieModule) builder.getKieModule()).getBytes();
        } catch (InvalidRules e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            // Some mistakes that the checks before could have missed make the compiler throw instead of telling.
            throw new InvalidRules(List.of(new Fault(
                    Place.startOf(file), "engine", "Drools cannot compile the rules: " + e, "undo the last change")));
        } finally {
            services.getRepository().removeKieModule(id);
        }
    }

    /** The name without its folder, which Drools wants to be the package. */
    private static String last(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static Fault fault(Message error, String file) {
        var place = String.valueOf(error.getPath()).endsWith("/" + last(file))
                ? new Place(file, Math.max(1, error.getLine()), Math.max(0, error.getColumn()) + 1)
                : Place.startOf(file);
        String problem = error.getText().lines().findFirst().orElse("");
        return new Fault(place, "engine", "Drools refuses this: " + problem, "mend it");
    }

    /** Finds the compiled classes by name. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> entries;

        private Loader(Map<String, byte[]> entries) {
            super(CompiledRules.class.getClassLoader());
            this.entries = entries;
        }

        @Override
        protected @Nullable URL findResource(String name) {
            byte @Nullable [] bytes = entries.get(name);
            return bytes == null ? null : MemoryUrl.of(name, bytes);
        }

        private boolean has(String name) {
            return entries.containsKey(file(name));
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte @Nullable [] bytes = entries.get(file(name));
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }

        private static String file(String name) {
            return name.replace('.', '/') + ".class";
        }
    }
}
