package com.texchange.tables;

import java.nio.charset.Charset;

/** The encodings of one byte for a character that lists come in, those that are met most often first. */
enum Encoding {

    WINDOWS_1251("windows-1251", "Windows-1251"),
    WINDOWS_1252("windows-1252", "Windows-1252"),
    DOS_866("IBM866", "CP866 (DOS)"),
    KOI8_R("KOI8-R", "KOI8-R");

    private final Charset charset;
    private final String title;

    Encoding(String charset, String title) {
        this.charset = Charset.forName(charset);
        this.title = title;
    }

    Charset charset() {
        return charset;
    }

    /** Its name, as programs show it in every language. */
    String title() {
        return title;
    }
}
