package dev.stipple.cli.lsp;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/** Shows in an editor that the rules are being read for the first time, until when it can propose nothing. */
record ReadingProgress(LanguageClient client) {
    private static final Either<String, Integer> TOKEN = Either.forLeft("stipple/reading");

    /** Shows it from now on until this is done. */
    void showUntil(CompletableFuture<Void> read) {
        var unused = client.createProgress(new WorkDoneProgressCreateParams(TOKEN))
                .thenRun(() -> {
                    var begin = new WorkDoneProgressBegin();
                    begin.setTitle("Stipple");
                    begin.setMessage("reading the rules");
                    tell(begin);
                })
                .thenCompose(shown -> read)
                .thenRun(() -> tell(new WorkDoneProgressEnd()));
    }

    private void tell(WorkDoneProgressNotification step) {
        client.notifyProgress(new ProgressParams(TOKEN, Either.forLeft(step)));
    }
}
