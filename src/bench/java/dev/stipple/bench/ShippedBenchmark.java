package dev.stipple.bench;

import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.CodedAssessment;
import dev.stipple.assessment.Explanation;
import dev.stipple.assessment.Outlook;
import dev.stipple.authoring.impact.Population;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.StrictJson;
import dev.stipple.wording.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

/** The shipped rulebook on 1,000 made-up people, of whom about a third have questions left open. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ShippedBenchmark {
    static final int PEOPLE = 1000;
    private static final long SEED = 7;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Language ENGLISH = new Language("en");

    private final Map<Answers, Outlook.View> views = new IdentityHashMap<>();
    private final List<Answers> people = new ArrayList<>();
    private final List<BareRules.Facts> facts = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private Rulebook rulebook;
    private BareRules bare;
    private Assessor known;
    private Assessor lean;

    @Setup
    public void load() {
        rulebook = Rulebook.load(RulesFolder.read(Path.of("rules")));
        bare = new BareRules(rulebook);
        lean = new Assessor(rulebook, Reasoner.compiled(rulebook), Outlook.Depth.VERDICTS);
        known = new Assessor(rulebook, (person, depth) -> views.get(person));
        var population = new Population(rulebook.contents(), SEED);
        for (int i = 0; i < PEOPLE; i++) {
            Answers person = population.next();
            Assessment assessment = lean.assess(person);
            people.add(person);
            views.put(person, assessment.outlook());
            bodies.add(JSON.writeValueAsBytes(person.json()));
            facts.add(bare.facts(person, assessment.verdict()));
            check(assessment, facts.get(i));
        }
    }

    /** That bare firing does the same work. */
    private void check(Assessment assessment, BareRules.Facts facts) {
        int findings =
                assessment.findings().size() + assessment.recommendations().size();
        if (bare.fire(facts) < findings) {
            throw new IllegalStateException("bare firing fires less");
        }
    }

    private Assessment assess(Assessor assessor, byte[] body) {
        var json = StrictJson.read(body);
        return assessor.assess(AnswersReader.read(rulebook.questionnaire(), json.tree(), json.duplicates()));
    }

    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public int a_bareFiring(Cpu cpu) {
        return cpu.each(facts, bare::fire);
    }

    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public int b_explained(Cpu cpu) {
        return cpu.each(
                people,
                person ->
                        Explanation.of(known.assess(person), ENGLISH).findings().size());
    }

    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public int c_explainedWithVerdicts(Cpu cpu) {
        return cpu.each(
                people,
                person ->
                        Explanation.of(lean.assess(person), ENGLISH).findings().size());
    }

    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public int d_batchLineFromJson(Cpu cpu) {
        return cpu.each(bodies, body -> JSON.writeValueAsBytes(CodedAssessment.of(assess(lean, body))).length);
    }

    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public int e_explanationFromJson(Cpu cpu) {
        return cpu.each(bodies, body -> JSON.writeValueAsBytes(Explanation.of(assess(lean, body), ENGLISH)).length);
    }
}
