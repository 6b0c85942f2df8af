package com.texchange.common.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import java.util.Iterator;
import java.util.List;

/**
 * Short texts one after the other, parted by commas, such as a person's name, phone and address. A line ends between two of them; within one
 * only where it would not fit a line of its own.
 */
public final class WholeParts extends Span {

    public WholeParts(List<String> parts) {
        for (Iterator<String> left = parts.iterator(); left.hasNext(); ) {
            String part = left.next();
            UnbrokenText whole = new UnbrokenText(left.hasNext() ? part + "," : part);
            whole.addClassName("whole-part");
            add(whole);
            if (left.hasNext()) {
                add(new Text(" "));
            }
        }
    }
}
