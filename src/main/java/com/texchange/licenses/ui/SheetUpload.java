package com.texchange.licenses.ui;

import com.texchange.common.ui.Notices;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Takes a text file with a table. Files that are not UTF-8 come from Russian spreadsheet programs. */
final class SheetUpload extends Composite<Upload> {

    private static final int MAX_BYTES = 4_000_000;
    private static final Charset SPREADSHEET = Charset.forName("windows-1251");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    SheetUpload(Consumer<String> onText) {
        Upload upload = getContent();
        upload.setUploadHandler(UploadHandler.inMemory((file, bytes) -> {
            upload.clearFileList();
            onText.accept(decode(bytes));
        }));
        upload.setAcceptedFileTypes(".csv", ".tsv", ".txt", "text/csv", "text/plain");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MAX_BYTES);
        upload.setUploadButton(new Button(getTranslation("licenses.load.upload")));
        upload.setDropLabel(new Span(getTranslation("licenses.load.drop")));
        upload.addFileRejectedListener(rejected -> Notices.error(getTranslation("licenses.load.rejected")));
        upload.setWidthFull();
    }

    static String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, SPREADSHEET);
        }
    }
}
