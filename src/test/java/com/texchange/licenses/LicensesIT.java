package com.texchange.licenses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WithoutProcess;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WithoutProcess
class LicensesIT {

    @Autowired
    Licenses licenses;
    @Autowired
    LicenseBlocking blocking;
    @Autowired
    SampleBusiness business;
    @Autowired
    ChangeFeed feed;

    @Test
    void knownLicensesAreNotLoadedAgain() {
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        String number = SampleBusiness.taxId().value();
        NewLicense first = license(distributor, distributor, number, SampleBusiness.activationCode());
        NewLicense sameNumber = license(distributor, distributor, number, SampleBusiness.activationCode());
        NewLicense sameCode = license(distributor, distributor, SampleBusiness.taxId().value(),
                first.activationCode());

        assertThat(licenses.load(List.of(first))).isEqualTo(1);
        assertThat(licenses.load(List.of(first, sameNumber, sameCode))).isZero();
        assertThat(licenses.count(distributor.id())).isEqualTo(1);
        verify(feed, times(2))
                .publish(new Change(Change.Topic.LICENSES, distributor.id().toString()));
    }

    @Test
    void malformedLicensesAreNotLoaded() {
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        List<NewLicense> malformed = List.of(license(distributor, distributor, "12 34", "5280-4543-2633-4521"));

        assertThatThrownBy(() -> licenses.load(malformed)).isInstanceOf(ConstraintViolationException.class);
    }

    /** By a grant, in its service, or as its own. */
    @Test
    void whoeverCanSeeLicensesHearsOfThoseThatAreLoadedAndOfThoseThatAreBlocked() {
        Actor sales = business.person(null, Role.SALES);
        CompanyInfo stranger = business.supplier("ООО «Чужой»");
        CompanyInfo owner = business.supplier("ООО «Владелец»");
        CompanyInfo partner = business.supplier("ООО «Поставщик»");
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(partner, distributor);
        business.licenses(distributor, owner, 1);
        List<CompanyInfo> concerned = List.of(distributor, partner, owner);

        clearInvocations(feed);
        LicenseId license = business.licenses(distributor, 1).getFirst();
        concerned.forEach(company -> verify(feed).publish(changeOf(company)));

        clearInvocations(feed);
        blocking.change(license, true, "Проверка", sales);
        concerned.forEach(company -> verify(feed).publish(changeOf(company)));
        verify(feed, never()).publish(changeOf(stranger));
    }

    private static Change changeOf(CompanyInfo company) {
        return new Change(Change.Topic.LICENSES, company.id().toString());
    }

    private static NewLicense license(CompanyInfo distributor, CompanyInfo owner, String number, String code) {
        return new NewLicense(number, code, distributor.id(), owner.id(), null, null, UUID.randomUUID());
    }
}
