package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.batches.Batches;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.OnboardingId;
import com.texchange.common.Position;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.grants.GrantRequests;
import com.texchange.grants.GrantTerms;
import com.texchange.grants.Grants;
import com.texchange.licenses.LicenseBlocking;
import com.texchange.partners.TimeZones;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Requests;
import com.texchange.testing.TestPeople;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Who only reads for a company changes nothing for it, and only its administrators give grants. */
@IntegrationTest
class ReadersIT {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Invitations invitations;
    @Autowired
    AddressCorrection addresses;
    @Autowired
    Acceptance acceptance;
    @Autowired
    Joining joining;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    Grants grants;
    @Autowired
    GrantRequests requests;
    @Autowired
    LicenseBlocking blocking;
    @Autowired
    Batches batches;
    @Autowired
    TimeZones zones;

    @Test
    void aReaderOfASupplierChangesNothing() {
        Actor supplier = people.supplier();
        OnboardingId id = journey.invite(supplier, TestPeople.anyEmail());
        Actor reader = people.colleague(supplier, Position.READER);
        CompanyId distributor = people.distributor(0).companyId();

        for (Runnable act : List.<Runnable>of(() -> journey.invite(reader, TestPeople.anyEmail()),
                () -> invitations.resend(id, reader), () -> invitations.remind(id, reader),
                () -> invitations.revoke(id, "Нет", reader), () -> invitations.takeBack(id, "Нет", reader),
                () -> addresses.change(id, TestPeople.anyEmail(), reader),
                () -> requests.ask(distributor, GrantTerms.ALL, reader), () -> requests.withdraw(distributor, reader),
                () -> batches.start(InvitationBatches.INVITE, List.of(), Map.of(), reader))) {
            assertThatThrownBy(act::run).isInstanceOf(RefusedException.class).hasMessage("common.refused.reader");
        }
        invitations.revoke(id, "Проверено", supplier);
    }

    @Test
    void aReaderOfADistributorChangesNothing() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = journey.accepting(supplier, distributor);
        Actor reader = people.colleague(distributor, Position.READER);
        Set<LicenseId> licenses = journey.licensesOf(distributor, 1);

        for (Runnable act : List.<Runnable>of(() -> acceptance.accept(id, false, reader), () -> acceptance.decline(id, "Нет", reader),
                () -> acceptance.delegate(id, true, reader), () -> joining.follow(journey.token(id), reader),
                () -> orders.place(Requests.connect(supplier.companyAs(Role.SUPPLIER), licenses, reader), reader))) {
            assertThatThrownBy(act::run).isInstanceOf(RefusedException.class).hasMessage("common.refused.reader");
        }
        LicenseId license = licenses.iterator().next();
        assertThatThrownBy(() -> blocking.change(license, true, "Нет", reader)).isInstanceOf(AccessDeniedException.class);
        acceptance.decline(id, "Проверено", distributor);
    }

    @Test
    void onlyAnAdministratorGivesAndTakesGrantsAndChoosesTheZone() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = journey.accepting(supplier, distributor);
        Actor manager = people.colleague(distributor, Position.LICENSE_MANAGER);
        CompanyId partner = supplier.companyAs(Role.SUPPLIER);
        assertThatThrownBy(() -> acceptance.accept(id, true, manager)).hasMessage("common.refused.administrator");
        assertThat(acceptance.accept(id, false, manager)).isTrue();

        for (Runnable act : List.<Runnable>of(() -> Requests.allow(grants, partner, GrantTerms.ALL, manager), () -> grants.giveAll(partner, manager),
                () -> grants.withdraw(partner, manager), () -> zones.choose(null, manager))) {
            assertThatThrownBy(act::run).isInstanceOf(RefusedException.class).hasMessage("common.refused.administrator");
        }
        orders.place(Requests.connect(partner, journey.licensesOf(distributor, 1), manager), manager);
        journey.awaitStage(id, Stage.CONNECTED);
    }
}
