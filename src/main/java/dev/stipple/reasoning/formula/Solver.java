package dev.stipple.reasoning.formula;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.logicng.collections.LNGIntVector;
import org.logicng.datastructures.Tristate;
import org.logicng.handlers.SATHandler;
import org.logicng.solvers.sat.MiniSat2Solver;

/** Decides whether literals of a formula can hold together; the only class that knows the library behind it. */
public final class Solver {
    /** Of processor time, so that what is proved does not hang on what else the machine does. */
    private static final long LIMIT_NANOS = 5_000_000_000L;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Formula formula;
    private final MiniSat2Solver sat = new MiniSat2Solver();
    private final Set<List<int[]>> domains = Collections.newSetFromMap(new IdentityHashMap<>());
    private int[] variables = new int[256];
    private int[] core = {};
    private final Deadline deadline;
    private int solved;

    public Solver(Formula formula) {
        this(formula, Deadline.NONE);
    }

    /** @param deadline of all that this solver is asked */
    public Solver(Formula formula, Deadline deadline) {
        this.formula = formula;
        this.deadline = deadline;
        Arrays.fill(variables, -1);
    }

    /** How often this solver was asked. */
    public int solved() {
        return solved;
    }

    /**
     * Whether all these literals can hold.
     *
     * @throws DeadlinePassed where that is not known after some seconds of processor time, or the deadline is reached
     */
    public boolean solve(Collection<Integer> assumptions) {
        return solve(assumptions, deadline);
    }

    public boolean solve(int... assumptions) {
        return solve(assumptions, deadline);
    }

    /** The same, with a deadline of this call's own. */
    public boolean solve(Collection<Integer> assumptions, Deadline end) {
        return solve(assumptions.stream().mapToInt(Integer::intValue).toArray(), end);
    }

    private boolean solve(int[] assumptions, Deadline end) {
        var literals = new LNGIntVector(assumptions.length);
        for (int assumption : assumptions) {
            if (assumption == Formula.FALSE) {
                core = new int[] {Formula.FALSE};
                return false;
            }
            if (assumption != Formula.TRUE) {
                literals.push(literal(assumption));
            }
        }
        solved++;
        end.check();
        Tristate answer = sat.solve(new Watchdog(end), literals);
        if (answer == Tristate.UNDEF) {
            throw new DeadlinePassed();
        }
        core = answer == Tristate.TRUE ? new int[0] : core(assumptions);
        return answer == Tristate.TRUE;
    }

    private int[] core(int[] assumptions) {
        LNGIntVector conflict = sat.conflict();
        var clashing = new HashSet<Integer>();
        for (int i = 0; i < conflict.size(); i++) {
            clashing.add(conflict.get(i));
        }
        return Arrays.stream(assumptions)
                .filter(assumption -> assumption != Formula.TRUE && clashing.contains(literal(assumption) ^ 1))
                .toArray();
    }

    /** Those assumptions of the last call, which failed, that cannot hold together. */
    public int[] core() {
        return core;
    }

    /** Demands that one of these literals holds, from now on. */
    public void require(int... clause) {
        addClause(Arrays.stream(clause)
                .filter(part -> part != Formula.FALSE)
                .map(this::literal)
                .toArray());
    }

    /** Whether a variable has a value in the last model. */
    public boolean knows(int node) {
        return node < variables.length && variables[node] >= 0;
    }

    /** The value of a known variable in the last model. */
    public boolean isTrue(int node) {
        return sat.model().get(variables[node]);
    }

    private int literal(int literal) {
        int node = Formula.node(literal);
        if (!knows(node)) {
            encode(node);
        }
        return variables[node] * 2 + (literal & 1);
    }

    private void encode(int root) {
        var open = new ArrayDeque<Integer>(List.of(root));
        var rest = new ArrayDeque<Integer>();
        while (!open.isEmpty()) {
            int node = open.pop();
            if (!knows(node)) {
                create(node);
                rest.add(node);
                for (int part : formula.parts(node)) {
                    open.push(Formula.node(part));
                }
                for (int[] clause : formula.domain(node)) {
                    for (int part : clause) {
                        open.push(Formula.node(part));
                    }
                }
            }
        }
        rest.forEach(this::define);
    }

    private void create(int node) {
        if (node >= variables.length) {
            int length = variables.length;
            variables = Arrays.copyOf(variables, Math.max(2 * length, node + 1));
            Arrays.fill(variables, length, variables.length, -1);
        }
        // What stands on the variables follows from them, so that nothing else has to be guessed.
        variables[node] = sat.newVar(true, formula.isVariable(node));
        if (node == 0) {
            addClause(variables[0] * 2);
        }
    }

    private void define(int node) {
        int self = variables[node] * 2;
        int[] parts = formula.parts(node);
        if (parts.length > 0) {
            int[] all = new int[parts.length + 1];
            for (int i = 0; i < parts.length; i++) {
                int part = literal(parts[i]);
                addClause(self ^ 1, part);
                all[i] = part ^ 1;
            }
            all[parts.length] = self;
            addClause(all);
        }
        List<int[]> domain = formula.domain(node);
        if (!domain.isEmpty() && domains.add(domain)) {
            domain.forEach(
                    clause -> addClause(Arrays.stream(clause).map(this::literal).toArray()));
        }
    }

    private void addClause(int... literals) {
        var clause = new LNGIntVector(literals.length);
        for (int literal : literals) {
            clause.push(literal);
        }
        sat.addClause(clause, null);
    }

    /** Ends a search that takes too long. */
    private static final class Watchdog implements SATHandler {
        private final Deadline deadline;
        private final long begun = THREADS.getCurrentThreadCpuTime();
        private boolean aborted;

        private Watchdog(Deadline deadline) {
            this.deadline = deadline;
        }

        @Override
        public boolean detectedConflict() {
            aborted = THREADS.getCurrentThreadCpuTime() - begun > LIMIT_NANOS
                    || deadline.nanosLeft(1) <= 0
                    || Thread.currentThread().isInterrupted();
            return !aborted;
        }

        @Override
        public boolean aborted() {
            return aborted;
        }

        @Override
        public void started() {
            aborted = false;
        }
    }
}
