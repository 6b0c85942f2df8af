package com.texchange.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.common.SearchWords;
import com.texchange.common.Selection;
import com.texchange.onboarding.Stage;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WithoutProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whatever has happened to onboardings, their places and companies: lists, counts and figures, which read what triggers keep, are as
 * the four tables say. Nothing of it stays: thousands of onboardings would get processes from tests that re-create lost ones.
 */
@WithoutProcess
@Transactional
class OnboardingListsIT {

    /** More than a list is read from its beginning whatever the page. */
    private static final int MANY = 1_600;
    private static final List<String> SORTS = List.of("", "supplier", "distributor", "code", "city", "stage", "since", "letter");
    private static final Map<String, String> COLUMNS = Map.of("", "o.invited_at", "supplier", "s.name collate common_alphabet",
            "distributor", "coalesce(d.name, p.invitee_name) collate common_alphabet", "code", "p.code",
            "city", "coalesce(d.city, p.invitee_city) collate common_alphabet", "stage", "o.stage %1$s, o.stage_since",
            "since", "o.stage_since", "letter", "o.letter_state");

    @Autowired
    OnboardingQueries queries;
    @Autowired
    OnboardingOverview overview;
    @Autowired
    SelectionSteps steps;
    @Autowired
    SampleBusiness business;
    @Autowired
    JdbcClient jdbc;
    private final Random random = new Random(14);
    private final String unique = SampleBusiness.taxId().value();
    private List<CompanyInfo> suppliers;
    private List<Actor> people;
    private Actor manager;

    @BeforeEach
    void fill() {
        suppliers = List.of(business.supplier("Первый завод " + unique), business.supplier("Второй завод " + unique));
        people = suppliers.stream().map(one -> business.person(one, Role.SUPPLIER)).toList();
        manager = business.person(null, Role.PROCESS_MANAGER);
        run("""
                insert into company (id, version, name, tax_id, city, supplier, distributor, created_at)
                select md5(:unique || 'company' || i)::uuid, 0, 'ООО «Торг ' || i % 40 || ' ' || :unique || '»', null,
                    (array['Орёл', 'Тверь', null])[1 + i / 2 % 3], false, true, now() from generate_series(1, :many) i""");
        run("""
                insert into partnership (id, version, supplier_id, code, invitee_name, invitee_email, invitee_city, created_at)
                select md5(:unique || 'place' || i)::uuid, 0, (array[:first, :second])[1 + i % 8 / 7], lpad((i * 37 % 100000)::text, 5, '0'),
                    'ИП Ёлка ' || i % 50 || ' ' || :unique, 'p' || i || '@' || :unique || '.example.com',
                    (array['Омск', 'Пермь', null])[1 + i % 3], now() from generate_series(1, :many) i""");
        run("""
                insert into onboarding (id, version, partnership_id, supplier_id, distributor_id, language, stage, stage_since, invited_by,
                    invited_at, expires_at, letter_state)
                select md5(:unique || i)::uuid, 0, id, supplier_id, case when i % 2 = 0 then md5(:unique || 'company' || i)::uuid end, 'ru',
                    (array['INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING', 'CONNECTED', 'CONNECTED', 'CONNECTED', 'CONNECTED', 'EXPIRED',
                        'REVOKED'])[1 + i % 10], now() - make_interval(hours => i * 7 % 999), :inviter, now() - make_interval(hours => i * 3 % 999),
                    now() + make_interval(hours => i % 50 - 20), (array['SENT', 'SENT', 'FAILED', null])[1 + i % 4]
                from (select generate_series(1, :many) as i) numbered join partnership on id = md5(:unique || 'place' || i)::uuid""");
        change();
        write();
        // PostgreSQL would else think that these tables are nearly empty, and compare each row with each for what is expected.
        jdbc.sql("analyze company, partnership, onboarding, onboarding_text, shown").update();
    }

    /** Whatever can change what lists show, from any side. */
    private void change() {
        run("update company set name = 'Зелёный луг ' || :unique, city = 'Уфа' where id = md5(:unique || 'company4')::uuid");
        run("update company set name = 'Новый ' || name where id = :second");
        run("update company set tax_id = '66' || :unique where id = md5(:unique || 'company8')::uuid");
        run("update partnership set invitee_tax_id = '55' || :unique where id in (md5(:unique || 'place9')::uuid,"
                + " md5(:unique || 'place12')::uuid, md5(:unique || 'place1005')::uuid)");
        run("update partnership set invitee_name = 'Роза ' || :unique, invitee_city = null, invitee_email = 'roza' || invitee_email"
                + " where id = md5(:unique || 'place3')::uuid");
        run("update partnership set code = '99999' where id = md5(:unique || 'place6')::uuid");
        run("update onboarding set distributor_id = md5(:unique || 'company1')::uuid, stage = 'ACCEPTING' where id = md5(:unique || 1)::uuid");
        run("update onboarding set distributor_id = null where id = md5(:unique || 2)::uuid");
        run("update onboarding set invited_at = now() where id = md5(:unique || 8)::uuid");
        run("update onboarding set stage = 'CONNECTED', stage_since = now() where id = md5(:unique || 3)::uuid");
        run("update onboarding set stage = 'INVITED', partnership_id = md5(:unique || 'place1005')::uuid where id = md5(:unique || 8)::uuid");
        run("delete from onboarding where id in (md5(:unique || 5)::uuid, md5(:unique || 10)::uuid)");
    }

    /** By what each is to be found. */
    private void write() {
        run("create temporary table shown (id uuid primary key, words text not null) on commit drop");
        run("""
                insert into shown
                select o.id, common_search_form(concat_ws(E'\\n', coalesce(d.name, p.invitee_name), p.invitee_name, p.invitee_email, p.code,
                    coalesce(d.tax_id, p.invitee_tax_id), coalesce(d.city, p.invitee_city)))
                from onboarding o join partnership p on p.id = o.partnership_id left join company d on d.id = o.distributor_id
                where o.invited_by = :inviter""");
    }

    private void run(String sql) {
        jdbc.sql(sql).param("unique", unique).param("many", MANY).param("first", suppliers.getFirst().id().value())
                .param("second", suppliers.getLast().id().value()).param("inviter", people.getFirst().id().value()).update();
    }

    @Test
    void everyPageOfEveryOrderIsAsTheTablesSay() {
        for (String sort : SORTS) {
            for (boolean descending : new boolean[] {false, true}) {
                for (OnboardingFilter filter : filters()) {
                    boolean searched = filter.text().contains(unique);
                    Actor actor = searched && random.nextBoolean() ? manager : people.get(random.nextInt(2));
                    compare(filter, sort, descending, actor);
                }
            }
        }
    }

    private List<OnboardingFilter> filters() {
        return List.of(OnboardingFilter.NONE, new OnboardingFilter("", Stage.CONNECTED, 0), new OnboardingFilter("", Stage.INVITED, 0),
                new OnboardingFilter("", null, true, 0, 0), new OnboardingFilter("", Stage.ACCEPTING, false, 3, 30),
                new OnboardingFilter("торг " + unique, null, 0), new OnboardingFilter("ёлка 7 " + unique, null, 0),
                new OnboardingFilter("елка " + unique, Stage.EXPIRED, 0), new OnboardingFilter("луг " + unique, null, 0),
                new OnboardingFilter("роза " + unique, null, 0), new OnboardingFilter("завод " + unique, null, 0),
                new OnboardingFilter("новый ёлка " + unique, null, false, 2, 30), new OnboardingFilter("нетакого", null, 0),
                new OnboardingFilter("орел " + unique, null, 0), new OnboardingFilter("Омск " + unique, null, 0),
                new OnboardingFilter("66" + unique, null, 0), new OnboardingFilter("55" + unique, null, 0));
    }

    private void compare(OnboardingFilter filter, String sort, boolean descending, Actor actor) {
        Sort order = sort.isEmpty() ? Sort.unsorted() : Sort.by(descending ? Sort.Direction.DESC : Sort.Direction.ASC, sort);
        List<UUID> all = expected(filter, sort, descending || sort.isEmpty(), actor);

        assertThat(queries.count(filter, actor).number()).as("%s", filter).isEqualTo(all.size());
        IntStream.of(0, all.size() / 3, all.size() * 2 / 3, Math.max(0, all.size() - 20), all.size()).forEach(offset ->
                assertThat(queries.page(filter, order, offset, 20, actor)).as("%s by %s from %d", filter, order, offset)
                        .extracting(row -> row.id().value())
                        .containsExactlyElementsOf(all.subList(offset, Math.min(offset + 20, all.size()))));
    }

    /** In whose names the words are is asked by the count; what another search has found is not taken for it. */
    @Test
    void aPageOfASearchTakesWhatTheCountOfTheSameHasFound() {
        OnboardingFilter named = new OnboardingFilter("завод " + unique, null, 0);
        List<OnboardingRow> page = queries.page(named, Sort.by("code"), 0, 20, manager);
        OnboardingCount none = queries.count(new OnboardingFilter("нетакого", null, 0), manager);

        assertThat(page).hasSize(20);
        for (OnboardingCount counted : List.of(queries.count(named, manager), new OnboardingCount(MANY, none.named()))) {
            assertThat(queries.page(named, Sort.by("code"), new OnboardingWindow(0, 20, counted, List.of()), manager)).isEqualTo(page);
        }
    }

    /** Whoever scrolls goes on from a row that is known, in one direction or the other. */
    @Test
    void aListIsReadOnFromAnyOfItsRows() {
        for (String sort : SORTS) {
            for (boolean descending : new boolean[] {false, true}) {
                for (OnboardingFilter filter : filters()) {
                    Actor actor = filter.text().contains(unique) && random.nextBoolean() ? manager : people.get(random.nextInt(2));
                    Sort order = sort.isEmpty() ? Sort.unsorted() : Sort.by(descending ? Sort.Direction.DESC : Sort.Direction.ASC, sort);
                    List<OnboardingRow> all = queries.page(filter, order, 0, MANY, actor);
                    int offset = all.isEmpty() ? 0 : random.nextInt(all.size());
                    List<KnownRow> before = offset < 5 ? List.of() : List.of(new KnownRow(offset - 5, all.get(offset - 5)));
                    List<KnownRow> after = offset + 20 >= all.size() ? List.of() : List.of(new KnownRow(offset + 20, all.get(offset + 20)));

                    for (List<KnownRow> known : List.of(before, after)) {
                        assertThat(queries.page(filter, order, new OnboardingWindow(offset, 20, all.size(), known), actor))
                                .as("%s by %s from %d", filter, order, offset)
                                .isEqualTo(all.subList(offset, Math.min(offset + 20, all.size())));
                    }
                }
            }
        }
    }

    private List<UUID> expected(OnboardingFilter filter, String sort, boolean descending, Actor actor) {
        String direction = descending ? "desc" : "asc";
        boolean all = actor.has(Role.PROCESS_MANAGER);
        SearchWords words = filter.words();
        String found = all ? "(w.words like %1$s or s.search like %1$s)" : "w.words like %1$s";
        StringBuilder conditions = new StringBuilder();
        for (int i = 0; i < words.words().size(); i++) {
            conditions.append(" and ").append(found.formatted(":word" + i));
        }
        return jdbc.sql("""
                select o.id from onboarding o join partnership p on p.id = o.partnership_id join company s on s.id = o.supplier_id
                    join shown w on w.id = o.id left join company d on d.id = o.distributor_id
                where (:all or o.supplier_id = :supplier) and (:stage::text is null or o.stage = :stage)
                    and (not :underWay or o.stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING'))
                    and (:before::timestamptz is null or o.stage_since <= :before) and (:after::timestamptz is null or o.stage_since > :after)
                """ + conditions + " order by " + COLUMNS.get(sort).formatted(direction) + " " + direction + ", o.id " + direction)
                .param("all", all).param("supplier", actor.companyId()).param("stage", filter.stage()).param("underWay", filter.underWay())
                .param("before", ago(filter.minDays())).param("after", ago(filter.belowDays())).params(words.parameters())
                .query(UUID.class).list();
    }

    private static Instant ago(int days) {
        return days == 0 ? null : Instant.now().minus(Duration.ofDays(days));
    }

    /** The company's, or the invitee's if the company has none; not both. */
    @Test
    void theCityThatIsShownIsFoundWhateverHappensToTheCompany() {
        assertFound("луг уфа", 1);
        assertFound("луг пермь", 0);

        run("update company set city = 'Казань' where id = md5(:unique || 'company4')::uuid");
        assertFound("луг казань", 1);
        assertFound("луг уфа", 0);

        run("update company set city = null where id = md5(:unique || 'company4')::uuid");
        assertFound("луг казань", 0);
        assertFound("луг пермь", 1);
    }

    @Test
    void aCompanyIsFoundByTheNameUnderWhichItWasInvitedToo() {
        assertFound("луг ёлка", 1);
    }

    private void assertFound(String words, int times) {
        assertThat(queries.count(new OnboardingFilter(words + " " + unique, null, 0), people.getFirst()).number()).as(words).isEqualTo(times);
    }

    @Test
    void whatAPageShowsIsAsTheTablesSay() {
        for (OnboardingRow row : queries.page(OnboardingFilter.NONE, Sort.by("code"), 0, MANY, people.getFirst())) {
            assertThat(jdbc.sql("""
                    select concat_ws('/', s.name, coalesce(d.name, p.invitee_name), p.invitee_email, p.code, coalesce(d.city, p.invitee_city),
                        o.stage, o.letter_state)
                    from onboarding o join partnership p on p.id = o.partnership_id join company s on s.id = o.supplier_id
                        left join company d on d.id = o.distributor_id where o.id = :id""").param("id", row.id().value())
                    .query(String.class).single()).isEqualTo(java.util.stream.Stream.of(row.supplier(), row.distributor(), row.email(),
                            row.code().value(), row.city(), row.stage(), row.letter()).filter(java.util.Objects::nonNull)
                            .map(Object::toString).collect(Collectors.joining("/")));
        }
    }

    @Test
    void figuresAreAsTheTableSays() {
        for (Actor person : people) {
            Map<Stage, Integer> stages = jdbc.sql("select stage, count(*) from onboarding where supplier_id = :supplier group by stage")
                    .param("supplier", person.companyId()).query((row, number) -> Map.entry(Stage.valueOf(row.getString(1)), row.getInt(2)))
                    .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            assertThat(overview.stages(person)).isEqualTo(stages);
            for (OnboardingFilter filter : filters()) {
                List<UUID> all = expected(filter, "", true, person);
                Set<OnboardingId> except = all.stream().limit(3).map(OnboardingId::new).collect(Collectors.toSet());
                assertThat(steps.count(new Selection.Matching<>(filter, except), person)).as("%s", filter)
                        .isEqualTo(counts(all.subList(Math.min(3, all.size()), all.size())));
                assertThat(steps.count(new Selection.Chosen<>(except), person)).isEqualTo(counts(all.subList(0, Math.min(3, all.size()))));
            }
        }
    }

    private SelectionSteps.Counts counts(List<UUID> ids) {
        return jdbc.sql("""
                select count(*) as chosen, count(*) filter (where stage = 'INVITED' and expires_at > now()) as resend,
                    count(*) filter (where stage in ('INVITED', 'ACCEPTING') and expires_at > now()
                        or stage = 'CONNECTING' and connection_order_id is null) as remind,
                    count(*) filter (where stage in ('INVITED', 'REGISTERING', 'ACCEPTING')) as revoke
                from onboarding where id = any(:ids::uuid[])""").param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(SelectionSteps.Counts.class).single();
    }
}
