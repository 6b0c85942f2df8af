package com.texchange.tasks;

import com.texchange.accounts.Accounts;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CandidateGroup;
import com.texchange.common.CompanyId;
import com.texchange.partners.TimeZones;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who is in a candidate group: the enabled people for whom {@link Actor#groups()} gives it. */
@Repository
@Transactional(readOnly = true)
public class GroupMembers {

    /** The most people of one group that are listed or written to. */
    public static final int MAX = Accounts.MOST;

    private static final String SELECT = """
            select p.id, p.name, p.email, p.language as locale, p.can_sign_in,
                coalesce(s.mail_created, p.company_id is not null) as mail_created,
                coalesce(s.mail_overdue, true) as mail_overdue, coalesce(c.time_zone, :zone) as zone
            from accounts_person p left join inbox_setting s on s.account = p.id
                left join partners_company c on c.id = p.company_id
            where p.enabled and
            """;
    private static final String HOLDS = " exists (select from accounts_role r where r.person_id = p.id and r.role = '%s') ";
    private static final String SALES = HOLDS.formatted("SALES");
    private static final String PEOPLE = " p.company_id = :company and not" + SALES;
    private static final String ADMINISTRATORS = PEOPLE + "and p.position = 'ADMINISTRATOR' ";
    private static final String OF_COMPANY = PEOPLE + "and p.position <> 'READER' and" + HOLDS.formatted("DISTRIBUTOR");

    private final JdbcClient jdbc;
    private final TimeZones zones;

    GroupMembers(JdbcClient jdbc, TimeZones zones) {
        this.jdbc = jdbc;
        this.zones = zones;
    }

    /** By name, each person once; at most {@link #MAX} of a group. A group that nobody can be in has none. */
    public List<GroupMember> of(Set<String> groups) {
        return groups.stream().map(CandidateGroup::new).flatMap(this::of).distinct().toList();
    }

    /** Whether somebody is in one of the groups, however many there are. */
    boolean has(AccountId person, Set<String> groups) {
        return groups.stream().map(CandidateGroup::new)
                .anyMatch(group -> condition(group).filter(condition -> has(person, group, condition)).isPresent());
    }

    private boolean has(AccountId person, CandidateGroup group, String condition) {
        return jdbc.sql("select exists (select from accounts_person p where p.id = :person and p.enabled and" + condition + ")")
                .param("person", person)
                .param("company", company(group))
                .query(Boolean.class).single();
    }

    private Stream<GroupMember> of(CandidateGroup group) {
        return condition(group).stream().flatMap(condition -> select(condition, company(group)));
    }

    private static Optional<String> condition(CandidateGroup group) {
        return group.equals(CandidateGroup.SALES) ? Optional.of(SALES)
                : group.company().map(company -> group.isOfAdministrators() ? ADMINISTRATORS : OF_COMPANY);
    }

    private static @Nullable CompanyId company(CandidateGroup group) {
        return group.company().orElse(null);
    }

    private Stream<GroupMember> select(String condition, @Nullable CompanyId company) {
        return jdbc.sql(SELECT + condition + "order by p.name collate common_alphabet, p.email limit " + MAX)
                .param("company", company)
                .param("zone", zones.operator().getId())
                .query(GroupMember.class).list().stream();
    }
}
