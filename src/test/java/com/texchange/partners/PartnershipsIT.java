package com.texchange.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.CompanyId;
import com.texchange.common.DistributorCode;
import com.texchange.common.PartnershipId;
import com.texchange.common.RefusedException;
import com.texchange.common.TaxId;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WithoutProcess;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WithoutProcess
class PartnershipsIT {

    @Autowired
    Partnerships partnerships;
    @Autowired
    SampleBusiness business;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoIsInvitedAgainKeepsItsCodeAndGetsTheNewDescription() {
        CompanyId supplier = business.supplier("ООО «Поставщик»").id();
        Invitee invitee = business.invitee("Old name");
        PartnershipInfo first = partnerships.reserve(supplier, invitee);
        TaxId taxId = SampleBusiness.taxId();
        PartnershipInfo again = partnerships.reserve(supplier, new Invitee("New name", invitee.email(), taxId, "Уфа"));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.code()).isEqualTo(first.code());
        assertThat(again.invitee()).isEqualTo(new Invitee("New name", invitee.email(), taxId, "Уфа"));
        assertThat(partnerships.get(first.id())).isEqualTo(again);
        assertThat(first.distributorId()).isNull();
    }

    @Test
    void oneAddressInvitedManyTimesAtOnceHasOnePlace() throws Exception {
        CompanyId supplier = business.supplier("ООО «Поставщик»").id();
        Invitee invitee = business.invitee("Anybody");

        List<Optional<PartnershipInfo>> places = together(Stream.generate(() -> invitee).limit(16).toList(), supplier);

        assertThat(places).doesNotContain(Optional.empty());
        assertThat(places.stream().map(Optional::orElseThrow).map(PartnershipInfo::id).distinct()).hasSize(1);
    }

    @Test
    void theLastCodesAreGivenOnceEachWhenManyInviteTogether() throws Exception {
        CompanyId supplier = business.supplier("ООО «Большая сеть»").id();
        int free = 15;
        useUp(supplier, DistributorCode.COUNT - free);
        List<Invitee> invitees = Stream.generate(() -> business.invitee("Anybody")).limit(2 * free).toList();

        List<PartnershipInfo> places = together(invitees, supplier).stream().flatMap(Optional::stream).toList();

        assertThat(places).hasSize(free);
        assertThat(places.stream().map(PartnershipInfo::code).distinct()).hasSize(free)
                .allSatisfy(code -> assertThat(Integer.parseInt(code.value()))
                        .isGreaterThanOrEqualTo(DistributorCode.COUNT - free));
        assertThatThrownBy(() -> partnerships.reserve(supplier, business.invitee("Too late")))
                .isInstanceOfSatisfying(RefusedException.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("partners.codesUsedUp"));
    }

    @Test
    void aTakenCodeDoesNotSpoilTheTransactionOfTheCaller() {
        CompanyId supplier = business.supplier("ООО «Полная сеть»").id();
        useUp(supplier, DistributorCode.COUNT - 1);

        PartnershipInfo last = transaction.execute(status -> {
            PartnershipInfo place = partnerships.reserve(supplier, business.invitee("The last"));
            assertThat(partnerships.establish(place.id(), business.distributor("ООО «Последний»").id()).code()).isEqualTo(place.code());
            return place;
        });

        assertThat(last.code()).isEqualTo(new DistributorCode("99999"));
        assertThat(partnerships.get(last.id()).distributorId()).isNotNull();
    }

    @Test
    void aPlaceIsEstablishedOnceForOneDistributor() {
        CompanyInfo supplier = business.supplier("ООО «Поставщик»");
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        CompanyInfo other = business.distributor("ООО «Другой»");
        PartnershipId place = partnerships.reserve(supplier.id(), business.invitee("One")).id();
        PartnershipId secondPlace = partnerships.reserve(supplier.id(), business.invitee("Two")).id();

        PartnershipInfo established = partnerships.establish(place, distributor.id());

        assertThat(established.distributorId()).isEqualTo(distributor.id());
        Instant since = establishedAt(place);
        assertThat(partnerships.establish(place, distributor.id())).isEqualTo(established);
        assertThat(establishedAt(place)).isEqualTo(since);
        assertThat(partnerships.find(supplier.id(), distributor.id())).map(PartnershipInfo::id).contains(place);
        assertThat(partnerships.find(supplier.id(), other.id())).isEmpty();
        assertThatThrownBy(() -> partnerships.establish(place, other.id())).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> partnerships.establish(secondPlace, distributor.id()))
                .isInstanceOf(RefusedException.class).hasMessage("partners.alreadyPartner");
    }

    @Test
    void anUnknownPlaceIsNoPlace() {
        assertThatThrownBy(() -> partnerships.get(PartnershipId.random()))
                .isInstanceOf(NoSuchElementException.class);
    }

    private Instant establishedAt(PartnershipId place) {
        return jdbc.sql("select established_at from partnership where id = ?").param(place.value())
                .query(OffsetDateTime.class).single().toInstant();
    }

    private List<Optional<PartnershipInfo>> together(List<Invitee> invitees, CompanyId supplier) throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(invitees.stream()
                    .<Callable<Optional<PartnershipInfo>>>map(invitee -> () -> reserve(supplier, invitee)).toList())
                    .stream().map(Future::resultNow).toList();
        }
    }

    private Optional<PartnershipInfo> reserve(CompanyId supplier, Invitee invitee) {
        try {
            return Optional.of(partnerships.reserve(supplier, invitee));
        } catch (RefusedException refusal) {
            return Optional.empty();
        }
    }

    private void useUp(CompanyId supplier, int codes) {
        jdbc.sql("""
                insert into partnership (id, version, supplier_id, code, invitee_name, invitee_email, created_at)
                select gen_random_uuid(), 1, :supplier, lpad(number::text, 5, '0'), 'Taken',
                    number || '@example.com', now()
                from generate_series(0, :codes - 1) number""")
                .param("supplier", supplier.value())
                .param("codes", codes)
                .update();
    }
}
