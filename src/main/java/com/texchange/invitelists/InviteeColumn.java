package com.texchange.invitelists;

import com.texchange.tables.OthersWords;
import com.texchange.tables.TableColumn;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of a list of distributors, in the order that one without a heading has. */
public enum InviteeColumn implements TableColumn {

    NAME("name", null, "name", "company", "company name", "distributor", "organization", "organisation",
            "name of the distributor", "название", "наименование", "компания", "дистрибьютор", "организация",
            "название дистрибьютора", "название компании", "наименование организации", "контрагент", "юридическое лицо"),
    EMAIL("email", "[^\\s@,;<>]+@[^\\s@,;<>]+", "email", "e mail", "mail", "email address", "e mail address", "почта",
            "электронная почта", "адрес почты", "адрес электронной почты", "электронный адрес", "эл почта", "эл адрес",
            "имейл", "емейл", "мейл"),
    TAX_ID("taxId", "[0-9]{10}|[0-9]{12}", "tax id", "taxid", "inn", "tax id inn", "tin", "инн", "инн организации"),
    CITY("city", null, "city", "town", "город", "название города", "наименование города", "город организации", "населенный пункт",
            "название населенного пункта", "наименование населенного пункта", "city name", "name of the city", "name of the town"),
    LANGUAGE("language", null, "language", "lang", "language of the letter", "letter language", "язык", "язык письма");

    private final Signs signs;

    InviteeColumn(String name, @Nullable String content, String... words) {
        signs = Signs.of("invitelists.column." + name, content, words);
    }

    @Override
    public Signs signs() {
        return signs;
    }

    @Override
    public Set<String> othersWords() {
        return this == NAME ? OthersWords.OF_NAMES : Set.of();
    }

    @Override
    public boolean required() {
        return this == NAME || this == EMAIL;
    }

    @Override
    public boolean literal() {
        return this == TAX_ID;
    }

    @Override
    public boolean digitsAlone() {
        return this == TAX_ID;
    }
}
