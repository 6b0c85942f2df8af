package com.texchange.licenses;

import com.texchange.tables.OthersWords;
import com.texchange.tables.TableColumn;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of a table of licenses, in the order that one without a heading has. */
public enum LicenseColumn implements TableColumn {

    NUMBER("number", "[0-9]{15,}|[0-9]{4}(?:-[0-9]{4}){4,}", "лицензия", "номер лицензии", "название лицензия", "лицензии", "номер",
            "license", "licence", "license number", "number of the license", "name license", "number"),
    ACTIVATION_CODE("activationCode", "[0-9]{4}(?:-[0-9]{4}){3}", "код активации", "активация", "код", "activation code",
            "activation", "code"),
    USER("user", null, "пользователь", "агент", "торговый агент", "торговый представитель", "сотрудник", "фио", "user",
            "user name", "agent", "employee"),
    CONFIG_VERSION("configVersion", "[0-9]+(?:\\.[0-9]+){2,}", "версия конфигурации", "версия", "конфигурация",
            "configuration version", "config version", "version", "configuration"),
    MDM_ID("mdmId", "\\{?[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}\\}?", "mdm id", "mdm", "mdmid",
            "идентификатор mdm", "устройство", "device", "device id", "uuid"),
    OWNER("owner", "[0-9]{10}|[0-9]{12}", "инн владельца", "владелец", "инн", "инн поставщика", "owner s tax id",
            "owner tax id", "owner", "tax id", "tax id of the owner", "inn");

    private final Signs signs;

    LicenseColumn(String name, @Nullable String content, String... words) {
        signs = Signs.of("licenses.column." + name, content, words);
    }

    @Override
    public Signs signs() {
        return signs;
    }

    @Override
    public Set<String> othersWords() {
        return this == NUMBER ? OthersWords.OF_NUMBERS : this == ACTIVATION_CODE ? OthersWords.OF_CODES : Set.of();
    }

    @Override
    public boolean required() {
        return this == NUMBER || this == ACTIVATION_CODE;
    }

    @Override
    public boolean literal() {
        return this != USER;
    }

    @Override
    public boolean digitsAlone() {
        return this == OWNER;
    }
}
