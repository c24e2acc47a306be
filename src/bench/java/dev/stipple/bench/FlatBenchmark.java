package dev.stipple.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** 64 generated rules over twelve numbers, 1,000 cases: ours beside its peers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FlatBenchmark {
    static final int CASES = 1000;
    static final int RULES = 64;
    static final long SEED = 64;

    @Param({"PlainJava", "BareDrools", "Stipple", "Evrete", "EasyRules", "KieDmn"})
    public String engine;

    private Contender contender;
    private List<Object> cases;

    @Setup
    public void load() throws Exception {
        var flat = FlatRules.of(RULES, SEED);
        contender = contender(flat);
        var values = FlatRules.cases(CASES, SEED);
        cases = contender.prepared(values);
        for (int i = 0; i < CASES; i++) {
            if (contender.firing(cases.get(i)) != flat.firing(values.get(i))) {
                throw new IllegalStateException(engine + " does not agree on case " + i);
            }
        }
    }

    private Contender contender(FlatRules flat) throws Exception {
        return switch (engine) {
            case "PlainJava" -> new PlainJava(flat);
            case "BareDrools" -> new BareDrools(flat);
            case "Stipple" -> new Stipple(flat);
            case "Evrete" -> new Evrete(flat);
            case "EasyRules" -> new EasyRules(flat);
            default -> new KieDmn(flat);
        };
    }

    /** The time of one case. */
    @Benchmark
    @OperationsPerInvocation(CASES)
    public int flat(Cpu cpu) {
        return cpu.each(cases, contender::firing);
    }
}
