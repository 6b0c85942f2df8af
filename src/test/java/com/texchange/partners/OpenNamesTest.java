package com.texchange.partners;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.TaxId;
import org.junit.jupiter.api.Test;

class OpenNamesTest {

    @Test
    void anOrganizationsNameIsOpenAndASoleProprietorsIsNot() {
        assertThat(OpenNames.of("ООО \"Ромашка\"", new TaxId("7707083893"))).isEqualTo("ООО \"Ромашка\"");
        assertThat(OpenNames.of("ИП Иванов Иван Иванович", new TaxId("500100732259"))).isNull();
        assertThat(OpenNames.of("Иванов", null)).as("of unknown kind").isNull();
    }
}
