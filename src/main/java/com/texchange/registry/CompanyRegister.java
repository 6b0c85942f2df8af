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

    /** Each word by itself, so that indexes of both tables serve: a company's name and somebody of it may be typed together. */
    private static final String FOUND = """
            company.id in (select w.company_id from partners_company_words w where w.words like %s
                union all select w.company_id from accounts_person_words w where w.words like %s)""";
    private static final String MATCHING_PEOPLE = """
            (select string_agg(person.line, E'\n') from (
                select w.name || ', ' || w.email as line from accounts_person_words w
                where w.company_id = company.id and w.words like any (array[%s]) order by w.name collate common_alphabet, w.email limit 3) person)""";

    private final JdbcClient jdbc;

    CompanyRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param licenses at most {@value CompanyRegister#MOST} and one */
    public record Figures(int suppliers, int distributors, int licenses) {
    }

    /**
     * A company with what is known of it here.
     *
     * @param matching people of it in whom a word is found, each on a line; null if there are none
     */
    public record Listed(CompanyId id, String name, @Nullable TaxId taxId, @Nullable String city, @Nullable String contactName,
            @Nullable String contactPhone, @Nullable EmailAddress contactEmail, boolean supplier, boolean distributor, boolean off,
            @Nullable String matching) {

        /** Names and addresses of people by whom a search may have found it; some of them where they are many. */
        public List<String> matchingPeople() {
            return matching == null ? List.of() : matching.lines().toList();
        }

        /** As others know it. */
        public CompanyInfo company() {
            return new CompanyInfo(id, name, taxId, city, contactName, contactPhone, contactEmail, supplier, distributor);
        }
    }

    /** Those in whose name or tax id, or in whose people's names or addresses, all words are, by name. */
    public List<Listed> page(String words, int offset, int limit, Actor actor) {
        actor.require(Role.SALES);
        SearchWords typed = SearchWords.of(words);
        return jdbc.sql("select company.*, " + matching(typed) + " as matching from partners_company company where true" + typed.sql(FOUND)
                        + " order by company.name collate common_alphabet, company.id offset :offset limit :limit")
                .params(typed.parameters())
                .param("offset", offset).param("limit", limit)
                .query(Listed.class).list();
    }

    public int count(String words, Actor actor) {
        actor.require(Role.SALES);
        SearchWords typed = SearchWords.of(words);
        return jdbc.sql("select count(*) from partners_company company where true" + typed.sql(FOUND))
                .params(typed.parameters()).query(Integer.class).single();
    }

    private static String matching(SearchWords words) {
        return words.words().isEmpty() ? "cast(null as text)" : MATCHING_PEOPLE.formatted(words.parameters().keySet().stream()
                .map(":%s"::formatted).collect(Collectors.joining(", ")));
    }

    public Optional<Listed> find(CompanyId id, Actor actor) {
        actor.require(Role.SALES);
        return jdbc.sql("select company.*, cast(null as text) as matching from partners_company company where id = :id").param("id", id).query(Listed.class).optional();
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
