package com.texchange.onboarding;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.TaxId;
import com.texchange.licenses.ConnectionOrderInfo;
import com.texchange.licenses.ConnectionOrders;
import com.texchange.partners.Companies;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.Partnerships;
import com.texchange.tasks.TaskSubject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the distributor's tasks are about. For task forms; access is the inbox's matter. */
@Component
@Transactional(readOnly = true)
public class OnboardingSubjects {

    /** The engine offers a task moments after the step before it. */
    private static final Duration STEP_LEADS_TO_TASK = Duration.ofMinutes(10);

    private final OnboardingRepository repository;
    private final ConnectionOrders orders;
    private final Partnerships partnerships;
    private final Companies companies;
    private final JdbcClient jdbc;
    private final Clock clock;

    OnboardingSubjects(OnboardingRepository repository, ConnectionOrders orders, Partnerships partnerships,
            Companies companies, JdbcClient jdbc, Clock clock) {
        this.repository = repository;
        this.orders = orders;
        this.partnerships = partnerships;
        this.companies = companies;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public TaskSubject of(OnboardingId id) {
        Onboarding onboarding = repository.findById(id).orElseThrow();
        PartnershipInfo partnership = partnerships.get(onboarding.partnershipId());
        return new TaskSubject(line(partnership), words(partnership, onboarding.distributorId()), actorsOf(id));
    }

    public TaskSubject of(OrderId id) {
        ConnectionOrderInfo order = orders.get(id);
        Set<AccountId> orderer = Set.of(order.placedBy());
        return partnerships.find(order.supplierId(), order.distributorId())
                .map(place -> new TaskSubject(line(place), words(place, order.distributorId()), orderer))
                .orElseGet(() -> new TaskSubject(companies.get(order.supplierId()).name(), List.of(), orderer));
    }

    /** Who has just taken a step here: the task that it led to is no news to them. */
    private Set<AccountId> actorsOf(OnboardingId id) {
        return Set.copyOf(jdbc.sql("""
                select distinct actor_id from activity
                where onboarding_id = :id and actor_id is not null and happened_at > :since
                """)
                .param("id", id.value())
                .param("since", Timestamp.from(clock.instant().minus(STEP_LEADS_TO_TASK)))
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class))).list());
    }

    private String line(PartnershipInfo partnership) {
        return companies.get(partnership.supplierId()).name() + " · " + partnership.code();
    }

    private List<String> words(PartnershipInfo partnership, @Nullable CompanyId distributor) {
        List<String> words = new ArrayList<>(List.of(partnership.invitee().name()));
        Stream.of(partnership.supplierId(), distributor).filter(Objects::nonNull).map(companies::get)
                .forEach(company -> {
                    words.add(company.name());
                    Optional.ofNullable(company.taxId()).map(TaxId::value).ifPresent(words::add);
                });
        return words;
    }
}
