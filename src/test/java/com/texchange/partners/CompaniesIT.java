package com.texchange.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.CompanyId;
import com.texchange.common.TaxId;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.SampleBusiness;
import jakarta.validation.ConstraintViolationException;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class CompaniesIT {

    @Autowired
    Companies companies;

    @Test
    void aRegisteredCompanyIsFoundAgain() {
        CompanyInfo company = companies.register(supplier("ООО «Ромашка»", SampleBusiness.taxId()));

        assertThat(companies.get(company.id())).isEqualTo(company);
        assertThat(companies.find(company.taxId())).contains(company);
        assertThatThrownBy(() -> companies.get(CompanyId.random())).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aCompanyIsSupplierAndDistributorAtOnceWhenRegisteredTwice() {
        TaxId taxId = SampleBusiness.taxId();
        CompanyInfo first = companies.register(supplier("ООО «Лютик»", taxId));
        CompanyInfo second = companies.register(
                new NewCompany("Another spelling", taxId, null, null, null, null, false, true));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.name()).isEqualTo("ООО «Лютик»");
        assertThat(second.supplier()).isTrue();
        assertThat(second.distributor()).isTrue();
    }

    @Test
    void oneTaxIdRegisteredManyTimesAtOnceIsOneCompany() throws Exception {
        TaxId taxId = SampleBusiness.taxId();
        Callable<CompanyInfo> registration = () -> companies.register(supplier("ООО «Тюльпан»", taxId));
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<CompanyInfo>> all = executor.invokeAll(Collections.nCopies(12, registration));
            assertThat(all).extracting(Future::resultNow).extracting(CompanyInfo::id).containsOnly(
                    companies.find(taxId).orElseThrow().id());
        }
    }

    @Test
    void distributorsAreFoundByWordsOfNameOrTaxIdPageByPage() {
        String unique = "ООО «Ёлкин» " + UUID.randomUUID();
        CompanyInfo second = distributor(unique + " б");
        CompanyInfo first = distributor(unique + " А");
        companies.register(supplier(unique + " поставщик", SampleBusiness.taxId()));

        assertThat(companies.distributors(unique.toUpperCase(), 0, 10)).containsExactly(first, second);
        assertThat(companies.distributors(unique, 1, 1)).containsExactly(second);
        assertThat(companies.distributors(first.taxId().value(), 0, 10)).containsExactly(first);
        assertThat(companies.distributors(unique.substring(20) + " елкин", 0, 10)).containsExactly(first, second);
        assertThat(companies.distributors("%" + unique + " палкин", 0, 10)).isEmpty();
    }

    @Test
    void aNameOfTwoLinesIsRefused() {
        NewCompany company = supplier("two\nlines", SampleBusiness.taxId());

        assertThatThrownBy(() -> companies.register(company)).isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> new NewCompany("Neither", null, null, null, null, null, false, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private CompanyInfo distributor(String name) {
        return companies.register(
                new NewCompany(name, SampleBusiness.taxId(), null, null, null, null, false, true));
    }

    private static NewCompany supplier(String name, TaxId taxId) {
        return new NewCompany(name, taxId, "Самара", null, null, null, true, false);
    }
}
