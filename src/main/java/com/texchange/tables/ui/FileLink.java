package com.texchange.tables.ui;

import com.texchange.common.CurrentActor;
import com.texchange.common.SessionOfNow;
import com.texchange.common.ui.Notices;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** A link that downloads a file, written while it is being fetched: one of so many at once, and for a session that goes on. */
public final class FileLink extends Anchor {

    /** Writes the whole file. It runs without the page's lock and must not touch components. */
    @FunctionalInterface
    public interface Writer {

        void write(OutputStream out) throws IOException;
    }

    private final transient CurrentActor person = bean(CurrentActor.class);
    private final transient SessionOfNow session = bean(SessionOfNow.class);
    private final transient FilesAtOnce files = bean(FilesAtOnce.class);

    /** @param text translated */
    public FileLink(String text, Supplier<String> name, String contentType, Writer writer) {
        setText(text);
        setHref(download -> {
            Optional<FilesAtOnce.Place> free = files.begin(person.get().id());
            if (free.isEmpty()) {
                refuse(download);
                return;
            }
            try (FilesAtOnce.Place place = free.get()) {
                download.setFileName(name.get());
                download.setContentType(contentType);
                writer.write(new HandedOut(download.getOutputStream(), session::goesOn, place::whole));
            } catch (HandedOut.SessionOverException over) {
                download.getResponse().sendError(HttpStatus.FORBIDDEN.value(), "");
            }
        });
        // The browser saves it and stays on the page; the router must not take it for one of its own.
        getElement().setAttribute("download", true);
        getElement().setAttribute("router-ignore", true);
    }

    private static void refuse(DownloadEvent download) throws IOException {
        download.getResponse().sendError(HttpStatus.TOO_MANY_REQUESTS.value(), "");
        UI page = download.getUI();
        page.access(() -> Notices.error(page.getTranslation("tables.download.tooMany")));
    }

    private static <T> T bean(Class<T> type) {
        return Instantiator.get(UI.getCurrent()).getOrCreate(type);
    }
}
