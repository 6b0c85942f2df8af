package com.texchange.common.ui;

import com.texchange.common.SafeCsv;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;

/** A link that downloads a table, written while it is being fetched. */
public final class CsvLink extends Composite<Anchor> {

    /** Writes the whole file. It runs without the page's lock and must not touch components. */
    @FunctionalInterface
    public interface Writer {

        void write(OutputStream out) throws IOException;
    }

    /**
     * @param text translated
     * @param name of the file, in Latin letters; the day and the ending are added
     */
    public CsvLink(String text, String name, Writer writer) {
        ZoneId zone = DateTimes.zone();
        Anchor link = getContent();
        link.addClassName("csv-link");
        link.add(VaadinIcon.DOWNLOAD_ALT.create(), new Span(text));
        link.setHref(download -> {
            download.setFileName(name + "-" + LocalDate.now(zone) + ".csv");
            download.setContentType(SafeCsv.CONTENT_TYPE);
            writer.write(download.getOutputStream());
        });
        // The browser saves it and stays on the page; the router must not take it for one of its own.
        link.getElement().setAttribute("download", true);
        link.getElement().setAttribute("router-ignore", true);
    }
}
