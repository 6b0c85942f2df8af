package com.texchange.licenses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.grants.Delegations;
import com.texchange.licenses.SheetRow.Verdict;
import com.texchange.partners.CompanyInfo;
import com.texchange.tables.MappedTable;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.Tables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
class LicenseLoadingIT {

    @Autowired
    LicenseLoading loading;
    @Autowired
    Licenses licenses;
    @Autowired
    Delegations delegations;
    @Autowired
    SampleBusiness business;

    @Test
    void loadsTheValidRowsAndKnowsThemAfterwards() {
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        CompanyInfo owner = business.supplier("ООО «Владелец»");
        Actor sales = business.person(null, Role.SALES);
        MappedTable<LicenseColumn> table = table(row("") + row(owner.taxId().value()) + row(SampleBusiness.taxId().value())
                + "no;license\n");

        assertThat(loading.check(table, sales)).extracting(SheetRow::verdict).containsExactly(
                Verdict.VALID, Verdict.VALID, Verdict.OWNER_UNKNOWN, Verdict.NUMBER_MALFORMED);
        assertThat(loading.load(distributor.id(), table, sales)).isEqualTo(2);

        assertThat(licenses.count(distributor.id())).isEqualTo(2);
        assertThat(delegations.of(owner.id(), distributor.id()).locked()).isTrue();
        assertThat(loading.check(table, sales)).extracting(SheetRow::verdict).startsWith(
                Verdict.KNOWN, Verdict.KNOWN);
        assertThat(loading.load(distributor.id(), table, sales)).isZero();
    }

    @Test
    void onlyTheSalesDepartmentLoads() {
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        Actor other = business.person(distributor, Role.DISTRIBUTOR, Role.SUPPLIER);
        MappedTable<LicenseColumn> table = table(row(""));

        assertThatThrownBy(() -> loading.check(table, other)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> loading.load(distributor.id(), table, other))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> loading.distributors("", 0, 10, other)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void nothingIsLoadedWithoutRowsOrForASupplier() {
        Actor sales = business.person(null, Role.SALES);
        CompanyInfo supplier = business.supplier("ООО «Поставщик»");
        MappedTable<LicenseColumn> table = table(row(""));

        MappedTable<LicenseColumn> headingAlone = table("Лицензия;Код активации");
        assertThatThrownBy(() -> loading.check(headingAlone, sales))
                .isInstanceOf(RefusedException.class).hasMessage("tables.empty");
        MappedTable<LicenseColumn> incomplete = table("Лицензия;Пользователь\n1;2");
        assertThatThrownBy(() -> loading.load(supplier.id(), incomplete, sales))
                .isInstanceOf(RefusedException.class).hasMessage("tables.columnsMissing");
        assertThatThrownBy(() -> loading.load(supplier.id(), table, sales))
                .isInstanceOf(RefusedException.class).hasMessage("licenses.load.noDistributor");
    }

    private static MappedTable<LicenseColumn> table(String text) {
        return Tables.of(LicenseColumn.class, text);
    }

    private static String row(String ownerTaxId) {
        return "%s;%s;Агент;1.0;;%s%n".formatted(
                SampleBusiness.taxId(), SampleBusiness.activationCode(), ownerTaxId);
    }
}
