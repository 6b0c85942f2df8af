package com.texchange.registrations;

import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.registrations.RegistrationInfo.State;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

interface RegistrationRepository extends CrudRepository<Registration, RegistrationId> {

    /** Locks the row, so that of two decisions the second sees the first. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Registration> findLockedById(RegistrationId id);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Registration> findByOnboardingIdAndStateIn(OnboardingId onboarding, Collection<State> states);

    Optional<Registration> findFirstByOnboardingIdAndStateOrderByRequestedAtDesc(OnboardingId onboarding, State state);

    Optional<Registration> findFirstByOnboardingIdOrderByRequestedAtDesc(OnboardingId onboarding);

    List<Registration> findByOnboardingIdIsNullAndStateInAndIdGreaterThanOrderById(Collection<State> states,
            RegistrationId after, Limit limit);

    Optional<Registration> findFirstByEmailAndOnboardingIdIsNullAndStateIn(EmailAddress email, Collection<State> states);

    /** Other requests whose people were confirmed to be of a company, but are not among its people yet. */
    @Query("""
            select count(*) from registration r where r.confirmed_company = :company and r.state = 'APPROVED' and r.id <> :but
                and not exists (select from accounts_person p where p.email = r.email and p.company_id = r.confirmed_company)
            """)
    int countLetIn(CompanyId company, RegistrationId but);
}
