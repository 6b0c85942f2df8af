package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.accounts.Accounts;
import com.texchange.accounts.NewAccount;
import com.texchange.accounts.NewAddresses;
import com.texchange.accounts.OwnProfile;
import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.OnboardingId;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.PeopleWithPasswords;
import com.texchange.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Whoever moves to another address while an invitation to the one before is live is invited all the same. */
@IntegrationTest
class MovedInviteesIT {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Accounts accounts;
    @Autowired
    OwnProfile profile;
    @Autowired
    NewAddresses addresses;
    @Autowired
    AddressCorrection correction;
    @Autowired
    Joining joining;
    @Autowired
    OpenedInvitations opened;
    @Autowired
    SupplierCards cards;
    @Autowired
    OwnInvitations own;
    @Autowired
    DistributorAgenda agenda;
    @Autowired
    Activities activities;
    private Actor supplier;
    private Actor before;

    @BeforeEach
    void supplierAndDistributor() {
        supplier = people.supplier();
        before = people.distributor(0);
    }

    @Test
    void theInvitationToTheAddressBeforeIsStillThePersonsOwn() {
        OnboardingId id = journey.invite(supplier, before.email().value());
        String token = journey.token(id);
        Actor now = moved(before);

        assertThat(cards.page(SupplierCardFilter.NONE, 10, now)).extracting(SupplierCard::id).containsExactly(id);
        assertThat(cards.find(id, now)).get().extracting(SupplierCard::invited).isEqualTo(before.email().value());
        assertThat(cards.count(SupplierCardFilter.NONE, now)).isEqualTo(1);
        assertThat(own.of(now)).extracting(OwnInvitations.OwnInvitation::id).containsExactly(id);
        assertThat(agenda.now(now)).extracting(AgendaItem::kind).containsExactly(AgendaItem.Kind.ACCEPT);
        assertThat(opened.look(token)).get().satisfies(info -> {
            assertThat(info.isTo(now)).isTrue();
            assertThat(info.isToCompanyOf(people.colleague(now))).isTrue();
            assertThat(info.isAtAddressOf(now)).isFalse();
        });

        assertThat(joining.followOwn(id, now)).isEqualTo(id);
        assertThat(activities.of(id)).extracting(Activity::kind).contains(ActivityKind.FOLLOWED).doesNotContain(ActivityKind.TAKEN_OVER);
    }

    /** A mailbox can be another's by then. */
    @Test
    void whatGoesToAnAddressThatWasLeftIsNotTheFormerOwners() {
        Actor now = moved(before);
        OnboardingId later = journey.invite(supplier, before.email().value());
        Actor other = people.supplier();
        OnboardingId corrected = journey.invite(other, TestPeople.anyEmail());
        correction.change(corrected, before.email().value(), other);

        assertNothing(now);
        for (OnboardingId id : new OnboardingId[] {later, corrected}) {
            assertThatThrownBy(() -> joining.followOwn(id, now)).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void norIsWhatIsAtAnAddressThatSomebodyElseHasByNow() {
        OnboardingId id = journey.invite(supplier, before.email().value());
        Actor now = moved(before);
        accounts.open(new NewAccount(before.email(), "Борис Новый", before.companyId(), before.roles(), Languages.RUSSIAN));

        assertNothing(now);
        assertThatThrownBy(() -> joining.followOwn(id, now)).isInstanceOf(AccessDeniedException.class);
        assertThat(own.of(people.actor(before.email().value()))).extracting(OwnInvitations.OwnInvitation::id).containsExactly(id);
    }

    private void assertNothing(Actor person) {
        assertThat(own.of(person)).isEmpty();
        assertThat(cards.count(SupplierCardFilter.NONE, person)).isZero();
        assertThat(agenda.now(person)).extracting(AgendaItem::kind).containsExactly(AgendaItem.Kind.NO_SUPPLIER);
    }

    private Actor moved(Actor person) {
        String later = TestPeople.anyEmail();
        accounts.setPassword(person.id(), PeopleWithPasswords.PASSWORD);
        profile.changeAddress(later, PeopleWithPasswords.PASSWORD, person);
        addresses.confirm(Mailbox.of(later).await("Подтвердите новый адрес").token());
        return people.actor(later);
    }
}
