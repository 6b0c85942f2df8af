package com.texchange.connections.ui;

import com.texchange.common.ui.Tone;

/**
 * How a license stands with a supplier, in a grid. That it is blocked is said beside it, not instead of it: it may be in service all the
 * same. The browser draws it, without a component.
 */
public final class StatusBadges {

    /** Of a {@code LitRenderer} with the properties {@code status}, {@code tone} and {@code blocked}, which is empty if it is not. */
    public static final String CELL = """
            <div class="badges">${item.blocked ? html`<span class="badge" theme="%s">${item.blocked}</span>` : ''}\
            <span class="badge" theme="${item.tone}">${item.status}</span></div>""".formatted(Tone.ERROR.theme());

    private StatusBadges() {
    }
}
