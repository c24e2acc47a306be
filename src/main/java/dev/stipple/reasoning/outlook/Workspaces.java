package dev.stipple.reasoning.outlook;

import dev.stipple.reasoning.space.Rules;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Workspaces of one rulebook that are free to use: each by one thread at a time, by the number of entries it takes. */
public final class Workspaces {
    private static final int FEW_ENTRIES = 2;

    private final Rules rules;
    private final Map<Integer, Queue<Workspace>> free = new ConcurrentHashMap<>();

    public Workspaces(Rules rules) {
        this.rules = rules;
    }

    /** Does something with a workspace that takes this many entries of each group. */
    public <T> T with(int entries, Function<Workspace, T> work) {
        int places = FEW_ENTRIES;
        while (places < entries) {
            places *= 2;
        }
        Queue<Workspace> queue = free.computeIfAbsent(places, each -> new ConcurrentLinkedQueue<>());
        Workspace workspace = queue.poll();
        if (workspace == null) {
            workspace = new Workspace(rules, places);
        }
        T result = work.apply(workspace);
        if (!workspace.isWorn()) {
            queue.add(workspace);
        }
        return result;
    }
}
