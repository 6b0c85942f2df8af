package com.texchange.common.ui;

import com.texchange.common.RefusedException;
import com.texchange.common.TextDecoder;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Takes a file with a table and hands on its text; says why if there is none in it. */
public final class TableUpload extends Composite<Upload> {

    /** 10,000 rows with long cells fit, in any encoding. */
    private static final int MAX_BYTES = 8_000_000;

    public TableUpload(Consumer<String> onText) {
        Upload upload = getContent();
        upload.setUploadHandler(event -> receive(event, onText));
        // Workbooks too: what is wrong with them is better said than hidden.
        upload.setAcceptedFileExtensions(".csv", ".tsv", ".txt", ".xls", ".xlsx", ".ods");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MAX_BYTES);
        upload.setUploadButton(new Button(getTranslation("common.table.upload")));
        upload.setDropLabel(new Span(getTranslation("common.table.drop")));
        upload.addFileRejectedListener(rejected -> Notices.error(getTranslation("common.table.rejected")));
        upload.setWidthFull();
    }

    /** Vaadin leaves the size to the browser, so what comes is measured here too. */
    private void receive(UploadEvent event, Consumer<String> onText) throws IOException {
        byte[] file;
        try (InputStream in = event.getInputStream()) {
            file = in.readNBytes(MAX_BYTES + 1);
        }
        if (file.length > MAX_BYTES) {
            event.reject();
            return;
        }
        event.getUI().access(() -> {
            getContent().clearFileList();
            take(file, onText);
        });
    }

    private static void take(byte[] file, Consumer<String> onText) {
        try {
            onText.accept(TextDecoder.decode(file));
        } catch (RefusedException refusal) {
            Notices.refused(refusal);
        }
    }
}
