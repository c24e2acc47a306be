package dev.stipple.cli.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a batch has come, kept beside what it writes so that it can be taken up again.
 *
 * @param job names what the batch reads and by which rules; only the same job is taken up again
 * @param people how many were read
 * @param rejected how many of them could not be assessed
 * @param written bytes written to the output
 * @param rejects bytes written to the file of rejects
 */
record BatchProgress(String job, long people, long rejected, long written, long rejects) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Path file(Path out) {
        return out.resolveSibling(out.getFileName() + ".progress");
    }

    /** Where the batch that writes this output stands; none where it has not begun or is done. */
    static Optional<BatchProgress> read(Path out) throws IOException {
        Path file = file(out);
        return Files.exists(file)
                ? Optional.of(JSON.readValue(Files.readAllBytes(file), BatchProgress.class))
                : Optional.empty();
    }

    /** The same, with what is written being whole up to these lengths. */
    BatchProgress keptAt(long length, long lengthOfRejects) {
        return new BatchProgress(job, people, rejected, length, lengthOfRejects);
    }

    void keep(Path out) throws IOException {
        Path part = out.resolveSibling(out.getFileName() + ".progress.part");
        Files.write(part, JSON.writeValueAsBytes(this));
        Files.move(part, file(out), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void done(Path out) throws IOException {
        Files.deleteIfExists(file(out));
    }
}
