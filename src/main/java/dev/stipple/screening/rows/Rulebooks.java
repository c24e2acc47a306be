package dev.stipple.screening.rows;

import dev.stipple.assessment.Assessor;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.store.Database;
import dev.stipple.store.Packed;
import dev.stipple.store.keys.Altered;
import dev.stipple.store.keys.RowSeals;
import dev.stipple.store.keys.SealedTable;
import dev.stipple.text.RulesFolder;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the files of every rulebook that decided something, so that it can decide the same again. */
public final class Rulebooks {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_LOADED = 4;

    private final Database database;
    private final RowSeals seals;
    private final InstantSource clock;
    private final Map<String, Assessor> loaded = new LinkedHashMap<>(MOST_LOADED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Assessor> eldest) {
            return size() > MOST_LOADED;
        }
    };

    public Rulebooks(Database database, RowSeals seals, InstantSource clock) {
        this.database = database;
        this.seals = seals;
        this.clock = clock;
    }

    /** Keeps the files of a rulebook, unless they are kept already. */
    public void keep(Rulebook rulebook) {
        if (isKept(rulebook.digest())) {
            return;
        }
        try {
            database.inTransaction(() -> insert(rulebook));
        } catch (DuplicateKeyException e) {
            // Another service kept it at the same time.
            return;
        }
    }

    private void insert(Rulebook rulebook) {
        database.sql()
                .sql("insert into rulebook (digest, files, kept_at) values (?, ?, ?)")
                .params(
                        rulebook.digest(),
                        Packed.of(JSON.writeValueAsBytes(rulebook.folder().texts())),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        seals.seal(SealedTable.RULEBOOK, rulebook.digest());
    }

    private boolean isKept(String digest) {
        return database.sql()
                        .sql("select count(*) from rulebook where digest = ?")
                        .param(digest)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * The assessor on the rules of another day.
     *
     * @throws Altered where the rules are not as they were kept
     * @param today what is used where the rules are still those
     */
    public synchronized Assessor assessor(String digest, Assessor today) {
        if (today.rulebook().digest().equals(digest)) {
            return today;
        }
        return loaded.computeIfAbsent(digest, this::load);
    }

    private Assessor load(String digest) {
        byte[] files = database.sql()
                .sql("select * from rulebook where digest = ?")
                .param(digest)
                .query((row, line) -> {
                    seals.check(SealedTable.RULEBOOK, row);
                    return row.getBytes("files");
                })
                .optional()
                .orElseThrow(() -> new Altered("rulebook " + digest));
        var texts = JSON.readValue(Packed.read(files), new TypeReference<TreeMap<String, String>>() {});
        var rulebook = Rulebook.load(new RulesFolder(texts));
        return new Assessor(rulebook, new Reasoner(rulebook));
    }
}
