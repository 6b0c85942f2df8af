package com.texchange.registry;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Role;
import com.texchange.common.SearchWords;
import com.texchange.common.TaxId;
import com.texchange.partners.CompanyInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All companies, for the sales department. */
@Service
@Transactional(readOnly = true)
public class CompanyRegister {

    /** Licenses are counted up to here. */
    public static final int MOST = 10_000;

    private final JdbcClient jdbc;

    CompanyRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param licenses at most {@value CompanyRegister#MOST} and one */
    public record Figures(int suppliers, int distributors, int licenses) {
    }

    /** A company with what is known of it here. */
    public record Listed(CompanyId id, String name, @Nullable TaxId taxId, @Nullable String city, @Nullable String contactName,
            @Nullable String contactPhone, @Nullable EmailAddress contactEmail, boolean supplier, boolean distributor, boolean off) {

        /** As others know it. */
        public CompanyInfo company() {
            return new CompanyInfo(id, name, taxId, city, contactName, contactPhone, contactEmail, supplier, distributor);
        }
    }

    /** Those in whose name or tax id all words are, by name. */
    public List<Listed> page(String words, int offset, int limit, Actor actor) {
        actor.require(Role.SALES);
        SearchWords typed = SearchWords.of(words);
        return jdbc.sql("select company.* from partners_company company where true" + found(typed)
                        + " order by company.name collate common_alphabet, company.id offset :offset limit :limit")
                .params(typed.parameters())
                .param("offset", offset).param("limit", limit)
                .query(Listed.class).list();
    }

    public int count(String words, Actor actor) {
        actor.require(Role.SALES);
        SearchWords typed = SearchWords.of(words);
        return jdbc.sql("select count(*) from partners_company company where true" + found(typed))
                .params(typed.parameters()).query(Integer.class).single();
    }

    private static String found(SearchWords words) {
        return words.sql("exists (select from partners_company_words w where w.company_id = company.id and w.words like %s)");
    }

    public Optional<Listed> find(CompanyId id, Actor actor) {
        actor.require(Role.SALES);
        return jdbc.sql("select * from partners_company where id = :id").param("id", id).query(Listed.class).optional();
    }

    /** Those of its people who are kept out only as long as the company is. */
    public Set<AccountId> offWithCompany(CompanyId id, Actor actor) {
        actor.require(Role.SALES);
        return jdbc.sql("select account_id from accounts_off_with_company where company_id = :id").param("id", id)
                .query(UUID.class).list().stream().map(AccountId::new).collect(Collectors.toSet());
    }

    public Figures figures(CompanyId id, Actor actor) {
        actor.require(Role.SALES);
        return jdbc.sql("""
                select
                    (select count(*) from partners_partnership where distributor_id = :id) as suppliers,
                    (select count(*) from partners_partnership where supplier_id = :id and distributor_id is not null) as distributors,
                    (select count(*) from (select from licenses_owner where distributor_id = :id limit :most) counted) as licenses""")
                .param("id", id).param("most", MOST + 1)
                .query(Figures.class).single();
    }
}
