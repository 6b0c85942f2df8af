package com.texchange.tables.ui;

import com.texchange.common.RefusedException;
import com.texchange.common.ui.Notices;
import com.texchange.tables.TableFile;
import com.texchange.tables.TableLimits;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiConsumer;

/** Takes a file with a table and hands it on with its name; says why if it is none. */
final class TableUpload extends Composite<Upload> {

    /**
     * @param limits how much is taken
     * @param onFile the name of the file, and what is in it
     */
    TableUpload(TableLimits limits, BiConsumer<String, TableFile> onFile) {
        Upload upload = getContent();
        upload.setUploadHandler(event -> receive(event, limits, onFile));
        // Other workbooks too: what is wrong with them is better said than hidden.
        upload.setAcceptedFileExtensions(".xlsx", ".csv", ".tsv", ".txt", ".xls", ".xlsm", ".xlsb", ".ods");
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) limits.bytes());
        upload.setUploadButton(new Button(getTranslation("tables.upload")));
        upload.setDropLabel(new Span(getTranslation("tables.drop")));
        upload.addFileRejectedListener(rejected -> Notices.error(getTranslation("tables.rejected", limits.megabytes())));
        upload.setWidthFull();
    }

    /** Vaadin leaves the size to the browser, so what comes is measured here too. It is read without the page's lock. */
    private void receive(UploadEvent event, TableLimits limits, BiConsumer<String, TableFile> onFile)
            throws IOException {
        try (InputStream in = event.getInputStream()) {
            TableFile table = TableFile.take(in, limits);
            table.prepare();
            event.getUI().access(() -> {
                getContent().clearFileList();
                onFile.accept(event.getFileName(), table);
            });
        } catch (RefusedException refusal) {
            event.getUI().access(() -> {
                getContent().clearFileList();
                Notices.refused(refusal);
            });
        }
    }
}
