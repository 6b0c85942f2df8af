package com.texchange.reconciliation;

import com.texchange.tables.OthersWords;
import com.texchange.tables.TableColumn;
import java.util.Set;

/**
 * The columns of a supplier's list, in the order that one without a heading has. A heading that says no more than "code" may mean
 * either code: the cells tell which.
 */
public enum ListColumn implements TableColumn {

    NUMBER("number", "[0-9]{15,}|[0-9]{4}(?:-[0-9]{4}){4,}", "лицензия", "номер лицензии", "лицензии", "номер", "license",
            "licence", "license number", "number of the license", "number"),
    ACTIVATION_CODE("activationCode", "[0-9]{4}(?:-[0-9]{4}){3}", "код активации", "активация", "activation code", "activation"),
    CODE("code", "[0-9]{5}", "код дистрибьютора", "код дистрибутора", "distributor code",
            "code of the distributor", "distributor s code");

    private final Signs signs;

    ListColumn(String name, String content, String... words) {
        signs = Signs.of("reconciliation.column." + name, content, words);
    }

    @Override
    public Signs signs() {
        return signs;
    }

    @Override
    public Set<String> othersWords() {
        return this == NUMBER ? OthersWords.OF_NUMBERS : Set.of();
    }

    /** Of number and activation code a list needs one, whichever it has. */
    @Override
    public boolean required() {
        return this == CODE;
    }

    @Override
    public boolean literal() {
        return true;
    }
}
