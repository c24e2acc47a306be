package dev.stipple.store.keys;

import dev.stipple.store.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The keys that open what a database holds. The database says which generation is in use; the secrets are in a file outside
 * of it, which all services on the database share and read again when it changes. Safe to use from many threads.
 */
public final class Keys {
    private record Known(Ring ring, Map<String, Generation> generations, Map<String, Secret> seals, String fileState) {}

    private final KeyFolder folder;
    private final String id;
    private final KeyState state;
    private volatile Known known;

    private Keys(Database database, KeyFolder folder, String id) {
        this.folder = folder;
        this.id = id;
        this.known = read(folder, id);
        this.state = new KeyState(database, new RowSeals(database, this));
    }

    /**
     * Opens the keys of a database; of one that holds nothing yet, makes them.
     *
     * @param folder the folder of the files of keys, the same for all services on the database
     * @throws InvalidKey where the file of keys is not there, or the master key does not open it
     */
    public static Keys open(Database database, MasterKeys masters, Path folder) {
        var files = new KeyFolder(folder, masters);
        files.tidy();
        Optional<String> id = KeyState.id(database);
        id.ifPresent(files::takeSettings);
        return id.isPresent() ? new Keys(database, files, id.get()) : make(database, files);
    }

    private static Keys make(Database database, KeyFolder folder) {
        if (database.sql()
                .sql("select 1 from audit limit 1")
                .query(Integer.class)
                .optional()
                .isPresent()) {
            throw new InvalidKey("The row of key_state is gone from the database; restore a backup.");
        }
        String id = UUID.randomUUID().toString();
        Ring ring = Ring.fresh();
        folder.create(id, ring);
        if (KeyState.make(database, id, ring.newestGeneration())) {
            var keys = new Keys(database, folder, id);
            keys.state.seal();
            return keys;
        }
        folder.remove(id);
        return new Keys(database, folder, KeyState.id(database).orElseThrow());
    }

    private static Known read(KeyFolder folder, String id) {
        String fileState = folder.state(id);
        Ring ring = folder.read(id)
                .orElseThrow(() -> new InvalidKey("There is no file " + folder.file(id)
                        + ", which holds the keys of this database; put it back, or restore a backup."));
        var generations = new LinkedHashMap<String, Generation>();
        ring.generations().forEach((name, secret) -> generations.put(name, new Generation(name, secret)));
        var seals = new LinkedHashMap<>(ring.past());
        seals.putAll(ring.seals());
        return new Known(ring, generations, seals, fileState);
    }

    /** What the database is called by those who look after it: the same after a move, another one after a restore. */
    public String database() {
        return id;
    }

    /** Reads the file again if it has changed, and forgets what it no longer holds. */
    public void refresh() {
        if (!folder.state(id).equals(known.fileState())) {
            reread();
        }
    }

    private synchronized void reread() {
        known = read(folder, id);
    }

    /**
     * The generation that wraps in the transaction under way. No other one takes over until the transaction ends, so that
     * nothing is wrapped by one that is about to be destroyed.
     */
    public Generation current() {
        return generation(state.lock().generation());
    }

    /** The generation that wrapped last; another one may take over at any time. */
    public Generation newest() {
        return generation(state.read().generation());
    }

    /**
     * A generation by its id.
     *
     * @throws InvalidKey where the file does not hold it
     */
    public Generation generation(String name) {
        return find(name)
                .orElseThrow(() -> new InvalidKey("The file " + folder.file(id)
                        + " does not hold the keys of generation " + name
                        + "; every service on this database has to use the same file."));
    }

    Optional<Generation> find(String name) {
        Generation found = known.generations().get(name);
        if (found == null) {
            reread();
            found = known.generations().get(name);
        }
        return Optional.ofNullable(found);
    }

    /** All that may have wrapped what is kept: one, and two while one takes over from the other. */
    public List<Generation> generations() {
        return List.copyOf(known.generations().values());
    }

    /** The keyed seal of a text, which names its key. */
    public String seal(String purpose, byte[] text) {
        String newest = sealer();
        return seal(newest, Objects.requireNonNull(known.seals().get(newest)), purpose, text);
    }

    private static String seal(String name, Secret secret, String purpose, byte[] text) {
        return name + ":" + HexFormat.of().formatHex(secret.derive(purpose).mac(text));
    }

    /** Whether a seal is the one of this text, by a key that is in use or was. */
    public boolean isSeal(String seal, String purpose, byte[] text) {
        String name = sealer(seal);
        if (!known.seals().containsKey(name)) {
            refresh();
        }
        Secret secret = known.seals().get(name);
        return secret != null
                && MessageDigest.isEqual(
                        seal(name, secret, purpose, text).getBytes(StandardCharsets.UTF_8),
                        seal.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the key of a seal is in use still. */
    public boolean isInUse(String seal) {
        return known.ring().seals().containsKey(sealer(seal));
    }

    /** HMAC-SHA-256 as 64 hexadecimal digits; another one once the master key was replaced. */
    public String fingerprint(String purpose, byte[] text) {
        return seal(purpose, text).replaceFirst(".*:", "");
    }

    /** The id of the key that makes seals now. */
    public String sealer() {
        return known.ring().newestSeal();
    }

    /** Which key made a seal: a later one has a higher number. */
    public int age(String seal) {
        return new ArrayList<>(known.seals().keySet()).indexOf(sealer(seal));
    }

    private static String sealer(String seal) {
        return seal.substring(0, Math.max(0, seal.indexOf(':')));
    }

    /**
     * Lets nobody else change the row of {@code key_state} until the transaction under way ends.
     *
     * @return whether it is as it was sealed
     */
    public boolean lock() {
        return state.lock().holds();
    }

    /**
     * Notes that something was destroyed, whose key has to go too; part of the transaction under way.
     *
     * @return whether that was not noted yet
     */
    public boolean noteErased(Instant now) {
        boolean first = state.lock().erasedSince() == null;
        if (first) {
            state.noteErased(now);
        }
        return first;
    }

    /**
     * Seals the file of keys with a new master key, if one waits; part of the transaction under way. A new generation takes
     * over soon after.
     */
    public void takeNextMaster() {
        state.lock();
        if (folder.takeNextMaster()) {
            reread();
        }
    }

    /**
     * Lets a new generation take over where it is due and none is taking over; part of the transaction under way.
     *
     * @param due whether it is, whatever the row says
     * @param erasedBefore since when something may have been erased at most
     * @return whether it has
     */
    public boolean beginRenewal(boolean due, Instant erasedBefore, Instant now) {
        KeyState.Row row = state.lock();
        reread();
        boolean waits = known.generations().size() > 1;
        boolean erased = row.erasedSince() != null && !row.erasedSince().isAfter(erasedBefore);
        if (row.renewingSince() != null || !(waits || due || erased)) {
            return false;
        }
        begin(waits, now);
        return true;
    }

    /** Lets a new generation take over, whatever the row says, as somebody else wrote it; part of the transaction under way. */
    public void beginRenewal(Instant now) {
        reread();
        begin(false, now);
    }

    private void begin(boolean waits, Instant now) {
        if (!waits) {
            change(Ring::withGeneration);
        }
        state.begin(known.ring().newestGeneration(), now);
    }

    /** Whether a new generation has taken over and the one before is not destroyed yet. */
    public boolean isRenewing() {
        return state.read().renewingSince() != null;
    }

    /** Whether a generation waits to take over or to be destroyed. */
    public boolean isUnsettled() {
        return isRenewing() || known.generations().size() > 1;
    }

    /**
     * Destroys all generations before the one that wraps; part of the transaction under way. Nothing may be wrapped by them.
     *
     * @param begunBefore when it has to have taken over at the latest
     * @return whether they are destroyed
     */
    public boolean endRenewal(Instant begunBefore) {
        KeyState.Row row = state.lock();
        if (row.renewingSince() == null || row.renewingSince().isAfter(begunBefore)) {
            return false;
        }
        change(ring -> ring.settled(row.generation()));
        state.end();
        return true;
    }

    /** The keys that are there now, sealed with the master key for a backup. */
    public List<String> forBackup() {
        return folder.sealed(known.ring());
    }

    /**
     * Opens the keys of a backup, and takes nothing of them.
     *
     * @throws InvalidKey where none does
     */
    public static void check(MasterKeys masters, List<String> sealed) {
        openedBackup(new KeyFolder(Path.of(""), masters), sealed);
    }

    private static Ring openedBackup(KeyFolder folder, List<String> sealed) {
        return folder.opened(sealed)
                .orElseThrow(() -> new InvalidKey("The backup was taken under another master key; give that one with"
                        + " --stipple.key or --stipple.key-file, and rotate it afterwards."));
    }

    /**
     * Takes in the keys of a backup, whose rows have just replaced all that was there; part of the transaction under way.
     * They are used until everything is wrapped by a generation of this place.
     *
     * @throws InvalidKey where the backup was taken under another master key
     */
    public void takeFromBackup(List<String> sealed, Instant now) {
        String own = known.ring().newestGeneration();
        Ring older = openedBackup(folder, sealed);
        change(ring -> ring.after(older));
        state.restored(id, own, now);
    }

    private void change(UnaryOperator<Ring> change) {
        folder.change(id, change);
        reread();
    }
}
