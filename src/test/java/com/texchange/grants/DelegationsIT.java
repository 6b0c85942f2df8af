package com.texchange.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.partners.CompanyInfo;
import com.texchange.partners.Invitee;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.Partnerships;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.TestPeople;
import com.texchange.testing.WithoutProcess;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@WithoutProcess
class DelegationsIT {

    @Autowired
    Delegations delegations;
    @Autowired
    Partnerships partnerships;
    @Autowired
    SampleBusiness business;
    @Autowired
    TestPeople people;
    @Autowired
    JdbcClient jdbc;
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private Actor person;

    @BeforeEach
    void companies() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        person = business.person(distributor, Role.DISTRIBUTOR);
    }

    @Test
    void theDistributorGrantsAndWithdraws() {
        business.partners(supplier, distributor);
        business.licenses(distributor, 1);
        assertThat(delegation()).isEqualTo(new Delegation(false, false));

        assertThat(delegations.grant(supplier.id(), person)).isTrue();
        assertThat(delegations.grant(supplier.id(), person)).isFalse();
        assertThat(delegation()).isEqualTo(new Delegation(true, false));
        assertThat(delegations.withdraw(supplier.id(), person)).isTrue();
        assertThat(delegations.withdraw(supplier.id(), person)).isFalse();

        assertThat(delegation()).isEqualTo(new Delegation(false, false));
    }

    @Test
    void licensesOfTheSupplierGrantAndLockIt() {
        business.partners(supplier, distributor);

        people.loadLicenses(distributor.id(), supplier.id(), 2);

        assertThat(delegation()).isEqualTo(new Delegation(true, true));
        assertThatThrownBy(() -> delegations.withdraw(supplier.id(), person))
                .isInstanceOf(RefusedException.class).hasMessage("grants.delegationLocked");
        assertThat(delegation()).isEqualTo(new Delegation(true, true));
    }

    @Test
    void whatOwnershipHasGrantedStaysWhenTheLicensesGoAndCanBeWithdrawnThen() {
        business.partners(supplier, distributor);
        people.loadLicenses(distributor.id(), supplier.id(), 1);
        jdbc.sql("update license set owner_id = distributor_id where distributor_id = ?").param(distributor.id().value())
                .update();

        assertThat(delegation()).isEqualTo(new Delegation(true, false));
        assertThat(delegations.withdraw(supplier.id(), person)).isTrue();
    }

    @Test
    void licensesThatWereThereBeforeGrantItToTheNewPartner() {
        people.loadLicenses(distributor.id(), supplier.id(), 1);
        assertThat(delegation()).isEqualTo(new Delegation(false, true));
        assertThat(delegation().isEffective()).isTrue();
        assertThat(delegations.grantToOwner(supplier.id(), distributor.id())).isFalse();

        business.partners(supplier, distributor);
        assertThat(delegations.grantToOwner(supplier.id(), distributor.id())).isTrue();
        assertThat(delegations.grantToOwner(supplier.id(), distributor.id())).isFalse();

        assertThat(delegation()).isEqualTo(new Delegation(true, true));
    }

    @Test
    void licensesOfOthersLeaveItAsItIs() {
        business.partners(supplier, distributor);
        CompanyInfo another = business.supplier("ООО «Второй»");
        people.loadLicenses(distributor.id(), another.id(), 1);
        people.loadLicenses(business.distributor("ООО «Сосед»").id(), supplier.id(), 1);
        business.licenses(distributor, 1);

        assertThat(delegations.grantToOwner(supplier.id(), distributor.id())).isFalse();
        assertThat(delegation()).isEqualTo(new Delegation(false, false));
        assertThat(delegations.of(distributor.id(), distributor.id())).isEqualTo(new Delegation(false, false));
    }

    @Test
    void aPlaceThatNobodyHasTakenDelegatesNothing() {
        PartnershipInfo place = partnerships.reserve(supplier.id(),
                new Invitee("Кто-то", SampleBusiness.email(), null, null));

        assertThat(place.distributorId()).isNull();
        assertThat(delegation()).isEqualTo(new Delegation(false, false));
        assertThatThrownBy(() -> delegations.grant(supplier.id(), person)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void onlyTheDistributorsPeopleDecide() {
        business.partners(supplier, distributor);
        Actor stranger = business.person(supplier, Role.SUPPLIER);

        assertThatThrownBy(() -> delegations.grant(supplier.id(), stranger)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> delegations.withdraw(supplier.id(), stranger)).isInstanceOf(AccessDeniedException.class);
    }

    private Delegation delegation() {
        return delegations.of(supplier.id(), distributor.id());
    }
}
