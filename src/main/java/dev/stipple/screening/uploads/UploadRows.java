package dev.stipple.screening.uploads;

import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.store.Database;
import dev.stipple.store.Times;
import dev.stipple.store.keys.Altered;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.PersonKey;
import dev.stipple.store.keys.RowSeals;
import dev.stipple.store.keys.SealedTable;
import dev.stipple.text.Digest;
import dev.stipple.uploads.FileKind;
import dev.stipple.uploads.HarmlessFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files as rows of the database, under the key of the person: what a file is in a row with a seal, which holds a digest of its
 * content in a row beside it, so that the log of a person need not read all of their pictures.
 */
final class UploadRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ABOUT = "about file ";
    private static final String CONTENT = "file ";

    private record About(Upload.Shows shows, FileKind kind, int size) {}

    private final JdbcClient sql;
    private final RowSeals seals;

    UploadRows(Database database, Keys keys) {
        this.sql = database.sql();
        this.seals = new RowSeals(database, keys);
    }

    void insert(PersonKey key, Upload upload, HarmlessFile file) {
        byte[] content = key.sealBytes(file.bytes(), CONTENT + upload.number());
        var about = new About(upload.shows(), upload.kind(), upload.size());
        sql.sql("insert into upload (reference, number, at, about, digest) values (?, ?, ?, ?, ?)")
                .params(
                        key.owner(),
                        upload.number(),
                        Times.utc(upload.at()),
                        key.seal(JSON.writeValueAsString(about), ABOUT + upload.number()),
                        Digest.of(content))
                .update();
        sql.sql("insert into upload_content (reference, number, content) values (?, ?, ?)")
                .params(key.owner(), upload.number(), content)
                .update();
        seals.seal(SealedTable.UPLOAD, key.owner(), upload.number());
    }

    /** In the order in which they came. */
    List<Upload> of(PersonKey key) {
        return sql.sql("select * from upload where reference = ? order by number")
                .param(key.owner())
                .query((row, line) -> upload(row, key))
                .list();
    }

    private Upload upload(ResultSet row, PersonKey key) throws SQLException {
        seals.check(SealedTable.UPLOAD, row);
        int number = row.getInt("number");
        var about = JSON.readValue(key.open(row.getBytes("about"), ABOUT + number), About.class);
        return new Upload(number, Times.instant(row, "at"), about.shows(), about.kind(), about.size());
    }

    /**
     * The content of a file.
     *
     * @throws ErasedScreening where the person was erased since the file was listed
     * @throws Altered where it is gone, or not as it was written
     */
    HarmlessFile open(PersonKey key, Upload upload) {
        byte[] content = sql.sql("select c.content, u.digest, s.wrapped_key from screening s"
                        + " left join upload u on u.reference = s.reference and u.number = :number"
                        + " left join upload_content c on c.reference = u.reference and c.number = u.number"
                        + " where s.reference = :reference")
                .param("reference", key.owner())
                .param("number", upload.number())
                .query((row, line) -> content(row))
                .optional()
                .flatMap(found -> found)
                .orElseThrow(() -> new Altered("upload_content " + key.owner() + " " + upload.number()));
        return new HarmlessFile(upload.kind(), key.openBytes(content, CONTENT + upload.number()));
    }

    private static Optional<byte[]> content(ResultSet row) throws SQLException {
        if (row.getBytes("wrapped_key") == null) {
            throw new ErasedScreening();
        }
        byte[] content = row.getBytes("content");
        return content != null && Digest.of(content).equals(row.getString("digest"))
                ? Optional.of(content)
                : Optional.empty();
    }

    void delete(PersonKey key, int number) {
        for (String table : List.of("upload_content", "upload")) {
            sql.sql("delete from " + table + " where reference = ? and number = ?")
                    .params(key.owner(), number)
                    .update();
        }
    }
}
