package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.Role;
import com.texchange.common.TaxId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recognizes whom a supplier is about to invite: by the address, by the company of the account that the address has, and by
 * the tax ID. So one company gets one partnership and one code, whichever of its people is invited, and whether or not a
 * colleague has opened an earlier invitation yet.
 */
@Service
@Transactional(readOnly = true)
public class KnownInvitees {

    /**
     * What is known for sure first, and of that what speaks most against an invitation. An onboarding that another company
     * had taken over says nothing of whose place it is.
     */
    private static final String FIND = """
            select distinct on (listed.email) listed.email, case when own.operator then 'OPERATOR' when coalesce(own.own, false) then 'OWN'
                       when p.distributor_id is not null then 'PARTNER'
                       when o.under_way then 'UNDER_WAY' else 'ENDED' end as standing,
                   case when own.operator then 'ADDRESS' else coalesce(p.match, case when a.company_id = :supplier then 'ACCOUNT' else 'COMPANY' end) end as match, p.id as partnership, p.code, o.id as onboarding, o.stage,
                   coalesce(d.name, p.invitee_name) as name, p.invitee_email as invited
            from unnest(:emails::text[], :taxIds::text[]) as listed (email, tax_id)
              left join accounts_person a on a.email = listed.email
              left join partners_company employer on employer.id = a.company_id
              left join partners_company c on c.tax_id = listed.tax_id
              left join lateral (select a.company_id = :supplier or c.id = :supplier as own,
                  a.email is not null and a.company_id is null as operator) own on true
              left join lateral (
                  select *, 'ADDRESS' as match from partners_partnership
                      where supplier_id = :supplier and invitee_email = listed.email
                  union all select *, 'ACCOUNT' from partners_partnership
                      where supplier_id = :supplier and distributor_id = a.company_id
                  union all select *, 'COMPANY' from partners_partnership
                      where supplier_id = :supplier and distributor_id = c.id
                  union all select earlier.*, case when o.distributor_id = c.id then 'COMPANY' else 'ACCOUNT' end
                      from onboarding o join partners_partnership earlier on earlier.id = o.partnership_id
                      where o.supplier_id = :supplier and o.distributor_id in (a.company_id, c.id)
                          and (o.stage in ('ACCEPTING', 'CONNECTING') or o.stage in ('DECLINED', 'EXPIRED') and not exists
                              (select from activity where onboarding_id = o.id and kind = 'TAKEN_OVER'))
                  union all select invited.*, case when person.company_id = c.id then 'COMPANY' else 'ACCOUNT' end
                      from accounts_person person join partners_partnership invited on invited.invitee_email = person.email
                      where invited.supplier_id = :supplier and person.company_id in (a.company_id, c.id)
                          and (invited.distributor_id is null or invited.distributor_id = person.company_id)
                  union all select *, 'TAX_ID' from partners_partnership
                      where supplier_id = :supplier and invitee_tax_id in (listed.tax_id, employer.tax_id)
              ) p on true
              left join lateral (select id, stage, invited_at, distributor_id,
                         stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING') as under_way
                  from onboarding where partnership_id = p.id order by invited_at desc limit 1) o on true
              left join partners_company d on d.id = coalesce(p.distributor_id, o.distributor_id)
            where own.own or own.operator or p.id is not null
            order by listed.email, own.operator desc, own.own desc nulls last, p.distributor_id is null, coalesce(o.under_way, false) desc,
                     coalesce(o.stage = 'JOINED', false),
                     array_position(array['ADDRESS', 'ACCOUNT', 'COMPANY', 'TAX_ID'], p.match), o.invited_at desc nulls last
            """;

    private final JdbcClient jdbc;

    KnownInvitees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody who is about to be invited. */
    public record Candidate(EmailAddress email, @Nullable TaxId taxId) {
    }

    /** What the person's company has to do with it already. */
    public Optional<KnownInvitee> find(Candidate candidate, Actor actor) {
        return Optional.ofNullable(find(List.of(candidate), actor).get(candidate.email()));
    }

    /** The same for many at once, by their addresses; those of whom nothing is known are left out. */
    public Map<EmailAddress, KnownInvitee> find(Collection<Candidate> candidates, Actor actor) {
        return jdbc.sql(FIND)
                .param("emails", candidates.stream().map(each -> each.email().value()).toArray(String[]::new))
                .param("taxIds", candidates.stream().map(each -> each.taxId() == null ? null : each.taxId().value())
                        .toArray(String[]::new))
                .param("supplier", actor.companyAs(Role.SUPPLIER))
                .query(KnownInvitee.class).list().stream()
                .collect(Collectors.toMap(KnownInvitee::email, known -> known));
    }
}
