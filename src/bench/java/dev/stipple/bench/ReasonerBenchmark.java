package dev.stipple.bench;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.assessment.summary.Detail;
import dev.stipple.authoring.impact.Population;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import dev.stipple.wording.Language;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

/** What is said of what is ahead of made-up people, by the decision diagram and by the solver alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReasonerBenchmark {
    private static final int PEOPLE = 200;
    private static final long SEED = 7;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Language ENGLISH = new Language("en");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    @Param({"solver", "diagram"})
    public String reasoner;

    private Reasoner asked;
    private Assessor assessor;
    private List<Answers> people;

    @Setup
    public void load() {
        var rulebook = Rulebook.load(RulesFolder.read(Path.of("rules")));
        asked = of(reasoner, rulebook);
        assessor = new Assessor(rulebook, asked);
        var population = new Population(rulebook.contents(), SEED);
        people = Stream.generate(population::next).limit(PEOPLE).toList();
    }

    static Reasoner of(String reasoner, Rulebook rulebook) {
        return reasoner.equals("solver") ? Reasoner.ofSolver(Rules.of(rulebook)) : Reasoner.compiled(rulebook);
    }

    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public int a_possibleVerdicts(Cpu cpu) {
        return cpu.each(people, person -> asked.possible(person).size());
    }

    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public int b_nextQuestion(Cpu cpu) {
        return cpu.each(people, person -> asked.deciding(person).size());
    }

    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public int c_wholeOutlook(Cpu cpu) {
        return cpu.each(
                people,
                person -> asked.of(person, Outlook.Depth.WHOLE).possible().size());
    }

    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public int d_assessmentSummary(Cpu cpu) {
        return cpu.each(people, person -> json(Detail.SUMMARY, person));
    }

    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public int e_assessmentFull(Cpu cpu) {
        return cpu.each(people, person -> json(Detail.FULL, person));
    }

    private int json(Detail detail, Answers person) {
        return JSON.writeValueAsBytes(detail.of(assessor.assess(person), ENGLISH, DAY)).length;
    }
}
