package com.texchange.tables.ui;

import com.texchange.common.CurrentActor;
import com.texchange.common.SessionOfNow;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.Notices;
import com.texchange.tables.TableFormat;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Links that download a table, one for each kind of file, written while it is being fetched. */
public final class TableLinks extends Composite<Span> {

    /** Writes the whole file. It runs without the page's lock and must not touch components. */
    @FunctionalInterface
    public interface Writer {

        void write(TableFormat format, OutputStream out) throws IOException;
    }

    private final CurrentActor person = bean(CurrentActor.class);
    private final SessionOfNow session = bean(SessionOfNow.class);
    private final FilesAtOnce files = bean(FilesAtOnce.class);

    /**
     * @param text translated
     * @param name of the file, in Latin letters; the day and the ending are added
     */
    public TableLinks(String text, String name, Writer writer) {
        getContent().addClassName("table-links");
        getContent().add(new Span(VaadinIcon.DOWNLOAD_ALT.create(), new Text(text)));
        for (TableFormat format : TableFormat.values()) {
            getContent().add(link(text, name, format, writer));
        }
    }

    private Anchor link(String text, String name, TableFormat format, Writer writer) {
        ZoneId zone = DateTimes.zone();
        String kind = getTranslation("tables.format." + format);
        Anchor link = new Anchor();
        link.setText(kind);
        link.setHref(download -> {
            Optional<FilesAtOnce.Place> free = files.begin(person.get().id());
            if (free.isEmpty()) {
                refuse(download);
                return;
            }
            try (FilesAtOnce.Place place = free.get()) {
                download.setFileName(name + "-" + LocalDate.now(zone) + "." + format.ending());
                download.setContentType(format.contentType());
                writer.write(format, new HandedOut(download.getOutputStream(), session::goesOn, place::whole));
            } catch (HandedOut.SessionOverException over) {
                download.getResponse().sendError(HttpStatus.FORBIDDEN.value(), "");
            }
        });
        link.getElement().setAttribute("aria-label", getTranslation("tables.download", text, kind));
        // The browser saves it and stays on the page; the router must not take it for one of its own.
        link.getElement().setAttribute("download", true);
        link.getElement().setAttribute("router-ignore", true);
        return link;
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
