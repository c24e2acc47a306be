package dev.stipple.live;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Objects;

/** Whether so little memory is left that a try to load rules could take it from requests. */
final class FullHeap {
    private static final double MOST = 0.9;

    private FullHeap() {}

    /**
     * Whether more than nine tenths of the heap are in use after a collection. Where that was so after the last one, there is
     * another: what filled the heap then may have been let go of since.
     */
    static boolean isNear() {
        if (!wasNear()) {
            return false;
        }
        System.gc();
        return wasNear();
    }

    private static boolean wasNear() {
        long used = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        return used > MOST * Runtime.getRuntime().maxMemory();
    }
}
