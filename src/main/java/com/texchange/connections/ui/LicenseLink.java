package com.texchange.connections.ui;

import com.texchange.common.LicenseId;
import com.texchange.common.Routes;

/** The number of a license in a grid, which leads to its page; the browser draws it, without a component. */
public final class LicenseLink {

    /** Of a {@code LitRenderer} with the properties {@code number} and {@code link}. */
    public static final String CELL = """
            <a class="license-link" href="${item.link}">${item.number}</a>""";

    private LicenseLink() {
    }

    public static String to(LicenseId license) {
        return Routes.of(Routes.LICENSE, license);
    }
}
