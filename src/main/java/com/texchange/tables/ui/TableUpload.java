package com.texchange.tables.ui;

import com.texchange.common.CurrentActor;
import com.texchange.common.RefusedException;
import com.texchange.common.ui.Notices;
import com.texchange.tables.TableFile;
import com.texchange.tables.TableLimits;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.BiConsumer;

/** Takes a file with a table and hands it on with its name; says why if it is none. */
final class TableUpload extends Composite<Upload> {

    private final transient CurrentActor person = Instantiator.get(UI.getCurrent()).getOrCreate(CurrentActor.class);

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
        upload.setI18n(words(limits));
        upload.setWidthFull();
    }

    /** What is shown of a file under way, and what a screen reader is told; all of it, since Vaadin's own words are English. */
    private UploadI18N words(TableLimits limits) {
        String rejected = getTranslation("tables.rejected", limits.megabytes());
        String failed = getTranslation("tables.upload.failed");
        UploadI18N.Uploading uploading = new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status().setConnecting(getTranslation("tables.upload.connecting"))
                        .setStalled(getTranslation("tables.upload.stalled"))
                        .setProcessing(getTranslation("tables.upload.processing"))
                        .setHeld(getTranslation("tables.upload.held")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime().setPrefix(getTranslation("tables.upload.remaining"))
                        .setUnknown(getTranslation("tables.upload.remaining.unknown")))
                .setError(new UploadI18N.Uploading.Error().setServerUnavailable(failed).setUnexpectedServerError(failed)
                        .setForbidden(failed).setFileTooLarge(rejected));
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("tables.upload")).setMany(getTranslation("tables.upload")))
                .setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("tables.drop")).setMany(getTranslation("tables.drop")))
                .setError(new UploadI18N.Error().setTooManyFiles(getTranslation("tables.upload.one")).setFileIsTooBig(rejected)
                        .setIncorrectFileType(rejected))
                .setUploading(uploading)
                .setFile(new UploadI18N.File().setRetry(getTranslation("tables.upload.retry"))
                        .setStart(getTranslation("tables.upload.start")).setRemove(getTranslation("tables.upload.remove")))
                .setUnits(List.of(getTranslation("tables.upload.units").split(" ")));
    }

    /** Vaadin leaves the size to the browser, so what comes is measured here too. It is read without the page's lock. */
    private void receive(UploadEvent event, TableLimits limits, BiConsumer<String, TableFile> onFile)
            throws IOException {
        try (InputStream in = event.getInputStream()) {
            TableFile table = TableFile.take(in, event.getFileSize(), limits, person.get().id());
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
