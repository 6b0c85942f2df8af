package com.texchange.invitelists;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The columns of a list, in the order that one without a heading has. */
enum Column {
    NAME("name", "company", "company name", "distributor", "organization", "organisation", "name of the distributor",
            "название", "наименование", "компания", "дистрибьютор", "организация", "название дистрибьютора",
            "название компании", "наименование организации", "контрагент"),
    EMAIL("email", "e mail", "mail", "email address", "e mail address", "почта", "электронная почта",
            "адрес электронной почты", "эл почта", "адрес", "имейл", "емейл"),
    TAX_ID("tax id", "taxid", "inn", "tax id inn", "tin", "инн", "инн организации"),
    CITY("city", "town", "город", "населенный пункт"),
    LANGUAGE("language", "lang", "language of the letter", "letter language", "язык", "язык письма");

    private final Set<String> names;

    Column(String... names) {
        this.names = Set.of(names);
    }

    /** Whatever its case, with or without punctuation. */
    static Optional<Column> named(String heading) {
        String plain = heading.toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return Arrays.stream(values()).filter(column -> column.names.contains(plain)).findFirst();
    }
}
