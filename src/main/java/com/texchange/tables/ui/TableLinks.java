package com.texchange.tables.ui;

import com.texchange.common.ui.DateTimes;
import com.texchange.tables.TableFormat;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;

/** Links that download a table, one for each kind of file, written while it is being fetched. */
public final class TableLinks extends Composite<Span> {

    /** Writes the whole file. It runs without the page's lock and must not touch components. */
    @FunctionalInterface
    public interface Writer {

        void write(TableFormat format, OutputStream out) throws IOException;
    }

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

    private FileLink link(String text, String name, TableFormat format, Writer writer) {
        ZoneId zone = DateTimes.zone();
        String kind = getTranslation("tables.format." + format);
        FileLink link = new FileLink(kind, () -> name + "-" + LocalDate.now(zone) + "." + format.ending(), format.contentType(),
                out -> writer.write(format, out));
        link.getElement().setAttribute("aria-label", getTranslation("tables.download", text, kind));
        return link;
    }
}
