package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.onboarding.KnownInvitee.Match;
import com.texchange.onboarding.KnownInvitee.Standing;
import com.texchange.partners.Companies;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** One company, one place with a supplier: whom a supplier has already is recognized when it invites. */
@IntegrationTest
class KnownInviteesIT {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Invitations invitations;
    @Autowired
    AddressCorrection correction;
    @Autowired
    Acceptance acceptance;
    @Autowired
    Companies companies;
    @Autowired
    JdbcClient jdbc;
    private final String email = TestPeople.anyEmail();
    private final String taxId = TestPeople.anyTaxId();
    private Actor supplier;

    @BeforeEach
    void supplier() {
        supplier = people.supplier();
    }

    @Test
    void nobodyIsKnownWhomTheSupplierNeverInvited() {
        Actor elsewhere = people.distributor(0);
        journey.accepting(people.supplier(), elsewhere);

        assertThat(invitations.recognize(request(email, taxId), supplier)).isEmpty();
        assertThat(invitations.recognize(request(elsewhere.email().value(), taxIdOf(elsewhere)), supplier)).isEmpty();
    }

    @Test
    void aPartnerIsRecognizedByAColleaguesAddressAndByItsTaxId() {
        Actor partner = people.distributor(0);
        OnboardingId id = journey.connecting(supplier, partner);
        Actor colleague = people.colleague(partner);
        String code = code(id);

        assertThat(invitations.recognize(request(colleague.email().value(), ""), supplier)).get()
                .extracting(KnownInvitee::standing, KnownInvitee::match, KnownInvitee::onboarding, KnownInvitee::name)
                .containsExactly(Standing.PARTNER, Match.ACCOUNT, id, companies.get(partner.companyAs(Role.DISTRIBUTOR)).name());
        assertThat(invitations.recognize(request(email, taxIdOf(partner)), supplier)).get()
                .extracting(KnownInvitee::standing, KnownInvitee::match, KnownInvitee::isCertain)
                .containsExactly(Standing.PARTNER, Match.COMPANY, true);
        refuses(request(colleague.email().value(), ""), "onboarding.refused.partner", code);
        refuses(request(email, taxIdOf(partner)), "onboarding.refused.partner", code);
        assertThatThrownBy(() -> invitations.inviteSeparately(request(email, taxIdOf(partner)), supplier))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void aCompanyThatIsJustDecidingIsRecognizedToo() {
        Actor deciding = people.distributor(0);
        OnboardingId id = journey.accepting(supplier, deciding);

        assertThat(invitations.recognize(request(people.colleague(deciding).email().value(), ""), supplier)).get()
                .extracting(KnownInvitee::standing, KnownInvitee::match, KnownInvitee::onboarding)
                .containsExactly(Standing.UNDER_WAY, Match.ACCOUNT, id);
        refuses(request(email, taxIdOf(deciding)), "onboarding.refused.underWay", deciding.email().toString(), code(id));
    }

    /** Nobody has opened the invitation yet, but whose address it went to is known. */
    @Test
    void aKnownCompanyIsRecognizedWhileItsOwnInvitationIsUnopened() {
        Actor invited = people.distributor(0);
        OnboardingId id = journey.invite(supplier, invited.email().value());
        String colleague = people.colleague(invited).email().value();

        assertThat(invitations.recognize(request(email, taxIdOf(invited)), supplier)).get()
                .extracting(KnownInvitee::standing, KnownInvitee::match, KnownInvitee::onboarding)
                .containsExactly(Standing.UNDER_WAY, Match.COMPANY, id);
        assertThat(invitations.recognize(request(colleague, ""), supplier)).get()
                .extracting(KnownInvitee::standing, KnownInvitee::match, KnownInvitee::onboarding)
                .containsExactly(Standing.UNDER_WAY, Match.ACCOUNT, id);
        refuses(request(email, taxIdOf(invited)), "onboarding.refused.underWay", invited.email().toString(), code(id));
        OnboardingId other = journey.invite(supplier, email);
        assertThatThrownBy(() -> correction.change(other, colleague, supplier)).hasMessage("onboarding.refused.underWay");
    }

    /** The supplier wrote the tax ID of a company that is known, at an address that is not. */
    @Test
    void anAccountOfTheCompanyWithAnInvitedTaxIdIsRecognized() {
        Actor known = people.distributor(0);
        OnboardingId id = invitations.invite(request(email, taxIdOf(known)), supplier).id();
        String address = known.email().value();

        assertThat(invitations.recognize(request(address, ""), supplier)).get()
                .extracting(KnownInvitee::standing, KnownInvitee::match, KnownInvitee::onboarding)
                .containsExactly(Standing.UNDER_WAY, Match.TAX_ID, id);
        OnboardingId other = journey.invite(supplier, TestPeople.anyEmail());
        assertThatThrownBy(() -> correction.change(other, address, supplier)).hasMessage("onboarding.refused.companyInvited");
        correction.change(id, address, supplier);
        assertThat(address(id)).isEqualTo(address);
    }

    @RepeatedTest(3)
    void ofTwoColleaguesWhoInviteOneCompanyAtOnceTheSecondIsTold() throws Exception {
        Actor colleague = people.colleague(supplier);
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> invited = Stream.of(supplier, colleague).map(person -> both.submit(() -> {
                start.await();
                try {
                    invitations.invite(request(TestPeople.anyEmail(), taxId), person);
                    return true;
                } catch (RefusedException refusal) {
                    assertThat(refusal.messageKey()).isEqualTo("onboarding.refused.sameTaxId");
                    return false;
                }
            })).toList();
            assertThat(List.of(invited.getFirst().get(), invited.getLast().get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(jdbc.sql("select count(*) from partnership where supplier_id = ?")
                .param(supplier.companyId().value()).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void theTaxIdThatTheSupplierWroteIsRecognizedAndMayBeMistyped() {
        OnboardingId id = invitations.invite(request(email, taxId), supplier).id();
        InviteRequest other = request(TestPeople.anyEmail(), taxId);

        assertThat(invitations.recognize(other, supplier)).get()
                .extracting(KnownInvitee::standing, KnownInvitee::match, KnownInvitee::isCertain, KnownInvitee::isOtherAddress)
                .containsExactly(Standing.UNDER_WAY, Match.TAX_ID, false, true);
        assertThatThrownBy(() -> invitations.invite(other, supplier)).hasMessage("onboarding.refused.sameTaxId");

        OnboardingId separate = invitations.inviteSeparately(other, supplier).id();
        assertThat(code(separate)).isNotEqualTo(code(id));
    }

    @Test
    void whoseInvitationEndedKeepsTheCodeAtAnotherAddress() {
        OnboardingId id = invitations.invite(request(email, taxId), supplier).id();
        invitations.revoke(id, "Ошибка", supplier);
        String other = TestPeople.anyEmail();

        assertThat(invitations.recognize(request(other, taxId), supplier)).get().extracting(KnownInvitee::standing)
                .isEqualTo(Standing.ENDED);
        OnboardingId again = invitations.invite(request(other, taxId), supplier).id();

        assertThat(code(again)).isEqualTo(code(id));
        assertThat(address(again)).isEqualTo(other);
        assertThat(jdbc.sql("select count(*) from partnership where supplier_id = ?")
                .param(supplier.companyId().value()).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void invitingAgainKeepsTheCodeWhateverTheAddress() {
        OnboardingId id = journey.invite(supplier, email);
        journey.awaitInvited(id);
        invitations.revoke(id, "Ошибка", supplier);
        String other = TestPeople.anyEmail();

        OnboardingId again = invitations.inviteAgain(id, request(other, ""), supplier).id();

        assertThat(code(again)).isEqualTo(code(id));
        assertThat(address(again)).isEqualTo(other);
        assertThatThrownBy(() -> invitations.inviteAgain(id, request(other, ""), supplier))
                .hasMessage("onboarding.refused.underWay");
        assertThatThrownBy(() -> invitations.inviteAgain(id, request(other, ""), people.supplier()))
                .isInstanceOf(AccessDeniedException.class);
        // Often written only when the place has its new address.
        Mailbox.of(email).await("Приглашение отозвано");
        assertThat(Mailbox.of(other).await("Приглашение в").subject()).doesNotContain("отозвано");
    }

    @Test
    void invitingAgainDoesNotTakeAnotherDistributorsAddress() {
        OnboardingId id = journey.invite(supplier, email);
        invitations.revoke(id, "Ошибка", supplier);
        String taken = TestPeople.anyEmail();
        OnboardingId other = journey.invite(supplier, taken);

        assertThatThrownBy(() -> invitations.inviteAgain(id, request(taken, ""), supplier))
                .hasMessage("onboarding.refused.underWay");
        invitations.revoke(other, "Ошибка", supplier);
        assertThatThrownBy(() -> invitations.inviteAgain(id, request(taken, ""), supplier))
                .hasMessage("partners.addressTaken");
    }

    @Test
    void invitingAgainAsksAboutATaxIdThatAnotherHas() {
        OnboardingId ended = journey.invite(supplier, email);
        invitations.revoke(ended, "Ошибка", supplier);
        OnboardingId other = invitations.invite(request(TestPeople.anyEmail(), taxId), supplier).id();
        InviteRequest again = request(email, taxId);

        assertThat(invitations.recognizeAgain(ended, again, supplier)).get()
                .extracting(KnownInvitee::standing, KnownInvitee::match, KnownInvitee::onboarding)
                .containsExactly(Standing.UNDER_WAY, Match.TAX_ID, other);
        assertThatThrownBy(() -> invitations.inviteAgain(ended, again, supplier)).hasMessage("onboarding.refused.sameTaxId");
        assertThat(invitations.recognizeAgain(ended, request(email, ""), supplier)).isEmpty();

        OnboardingId separate = invitations.inviteAgainSeparately(ended, again, supplier).id();
        assertThat(code(separate)).isEqualTo(code(ended)).isNotEqualTo(code(other));
        invitations.revoke(separate, "Ошибка", supplier);
        assertThat(invitations.recognizeAgain(separate, again, supplier)).as("what it means has been said").isEmpty();
    }

    @Test
    void theOwnCompanyIsNotInvited() {
        String own = companies.get(supplier.companyAs(Role.SUPPLIER)).taxId().value();

        assertThat(invitations.recognize(request(email, own), supplier)).get().extracting(KnownInvitee::standing)
                .isEqualTo(Standing.OWN);
        refuses(request(email, own), "onboarding.refused.ownCompany");
        refuses(request(people.colleague(supplier).email().value(), ""), "onboarding.refused.ownAddress");
    }

    private void refuses(InviteRequest request, String key, Object... arguments) {
        assertThatThrownBy(() -> invitations.invite(request, supplier)).isInstanceOfSatisfying(RefusedException.class,
                refusal -> {
                    assertThat(refusal.messageKey()).isEqualTo(key);
                    assertThat(refusal.arguments()).containsExactly(arguments);
                });
    }

    private String taxIdOf(Actor distributor) {
        return companies.get(distributor.companyAs(Role.DISTRIBUTOR)).taxId().value();
    }

    private String code(OnboardingId id) {
        return jdbc.sql("select p.code from onboarding o join partnership p on p.id = o.partnership_id where o.id = ?")
                .param(id.value()).query(String.class).single();
    }

    private String address(OnboardingId id) {
        return jdbc.sql("select invitee_email from onboarding o join partnership p on p.id = o.partnership_id where o.id = ?")
                .param(id.value()).query(String.class).single();
    }

    private static InviteRequest request(String email, String taxId) {
        return new InviteRequest("ООО \"Ромашка\"", email, taxId, "", Locale.of("ru"));
    }
}
