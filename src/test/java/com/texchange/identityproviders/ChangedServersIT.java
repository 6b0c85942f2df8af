package com.texchange.identityproviders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.accounts.InstallationKey;
import com.texchange.accounts.OwnSession;
import com.texchange.accounts.OwnSessions;
import com.texchange.common.Actor;
import com.texchange.common.Position;
import com.texchange.testing.EarlierDatabase;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Mailbox.ReceivedLetter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds when an administrator decides something while a server is asked; and who is told. */
@IntegrationTest
class ChangedServersIT extends CompanyWithForgedServer {

    private static final String LETTER = "Изменён вход в кабинет компании";
    @Autowired
    ProviderRows rows;
    @Autowired
    InstallationKey key;
    @Autowired
    OwnSessions sessions;
    @Autowired
    EarlierDatabase databases;

    private StoredProvider stored() {
        return rows.find(administrator.companyId()).orElseThrow();
    }

    @Test
    void aSecretThatWasChangedMeanwhileStays() {
        server.before("/keys", () -> save(CLIENT, "the second secret"));
        save(CLIENT, "");
        assertThat(key.decrypt(StoredProvider.owner(administrator.companyId()), stored().clientSecret())).asString(StandardCharsets.UTF_8)
                .isEqualTo("the second secret");
    }

    @Test
    void whatWasRemovedMeanwhileIsNotSetAnewByTheFormerSecretNorSwitchedOn() {
        server.before("/keys", () -> providers.remove(administrator));
        assertThatThrownBy(() -> save(CLIENT, "")).hasMessage("identityproviders.refused.secret");
        assertThat(providers.of(administrator)).isEmpty();

        save(CLIENT, "the first secret");
        providers.turn(true, administrator);
        server.before("/keys", () -> providers.remove(administrator));
        save(CLIENT, "the second secret");
        assertThat(stored().enabled()).isFalse();
    }

    @Test
    void theCheckGoesWhereTheServerNowSays() {
        describeTokens("/moved");
        answer("/moved", 400, "application/json", "{\"error\": \"invalid_grant\"}");
        providers.check(administrator);
        assertThat(server.asked("/moved")).isEqualTo(1);
        assertThat(server.asked("/token")).isZero();
        assertThat(stored().metadata()).contains("/moved");
        providers.check(administrator);
        assertThat(jdbc.sql("select old_value || ' > ' || new_value from audit_entry where kind = 'PROVIDER_DESCRIBED' and actor_id = ?")
                .param(administrator.id().value()).query(String.class).list()).as("once").singleElement(InstanceOfAssertFactories.STRING)
                .containsSubsequence(server.issuer() + "/token", " > ", server.issuer() + "/moved");
    }

    @Test
    void theCheckOfAFormerApplicationSaysNothingOfAnother() {
        answer("/token", 400, "application/json", "{\"error\": \"invalid_grant\"}");
        server.before("/token", () -> {
            describeTokens("/later");
            save("another", "another secret");
        });
        providers.check(administrator);
        assertThat(stored().metadata()).contains("/later");
    }

    private void describeTokens(String path) {
        Map<String, Object> metadata = server.metadata();
        metadata.put("token_endpoint", server.issuer() + path);
        server.describe(metadata);
    }

    private void answer(String path, int status, String type, String text) {
        server.answer(path, exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    @Test
    void theCheckTellsWhatHasFailedInsteadOfAWordThatTheServerHasNotSaid() {
        answer("/token", 200, "text/html", "<html></html>");
        refused("otherwise");
        answer("/token", 200, "application/json", "{\"access_token\": \"x\", \"token_type\": \"Bearer\"}");
        refused("otherwise");
        answer("/token", 302, "text/plain", "there");
        refused("otherwise");
        answer("/token", 400, "text/html", "<html></html>");
        refused("otherwise");
        answer("/token", 503, "text/plain", "later");
        refused("status");
        answer("/token", 200, "application/json", "{\"x\":\"" + "y".repeat(3_000_000));
        refused("tooLong");
        Map<String, Object> metadata = server.metadata();
        metadata.put("token_endpoint", "http://127.0.0.1:1/token");
        server.describe(metadata);
        refused("unreachable");
        jdbc.sql("update identity_provider set client_secret = :other where company_id = :company").param("other", new byte[50])
                .param("company", administrator.companyId()).update();
        refused("secret");
    }

    private void refused(String why) {
        assertThatThrownBy(() -> providers.check(administrator)).hasMessage("identityproviders.refused." + why);
    }

    @Test
    void whoHasAnotherNameThereSignsInAgainOnceTheLinkIsForgotten() {
        assertThat(signIn("first")).isEqualTo("/");
        SignInBrowser before = browser;
        browser = new SignInBrowser(port);
        assertThat(signIn("second")).isEqualTo(error(SignInRefusal.OTHER_NAME));
        assertThat(providers.people(administrator)).singleElement().returns(colleague.id(), LinkedPerson::id).returns("first", LinkedPerson::subject);
        SignInBrowser byPassword = new SignInBrowser(port);
        byPassword.post("/login", Map.of("username", colleague.email().value(), "password", PASSWORD));

        providers.forget(colleague.id(), administrator);
        assertThat(before.led("/profile")).endsWith("/login");
        assertThat(byPassword.get("/profile").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select old_value from audit_entry where kind = 'IDENTITY_FORGOTTEN' and subject_id = :id")
                .param("id", colleague.id().toString()).query(String.class).list()).containsExactly("127.0.0.1");
        assertThat(signIn("second")).isEqualTo("/");
        assertThat(sessions.of(colleague)).filteredOn(OwnSession::through).hasSize(1);
        assertThatThrownBy(() -> providers.forget(administrator.id(), administrator)).hasMessage("identityproviders.refused.notLinked");
        Actor others = people.supplier();
        assertThatThrownBy(() -> providers.forget(colleague.id(), others)).hasMessage("identityproviders.refused.none");
    }

    @Test
    void allAdministratorsAreToldHoweverManyPeopleThereAre() {
        IntStream.range(0, 100).forEach(i -> people.colleague(administrator, Position.READER));
        Actor last = people.colleague(administrator, Position.ADMINISTRATOR);
        jdbc.sql("update account set name = 'Яна Яшина' where id = :id").param("id", last.id()).update();
        providers.turn(false, administrator);
        assertThat(Mailbox.of(last.email().value()).await(LETTER).text()).doesNotContain("mfa").doesNotContain("войти от имени");
    }

    @Test
    void theLetterSaysWhetherTheServerTakesThePlaceOfTheSecondFactor() {
        Mailbox mailbox = Mailbox.of(administrator.email().value());
        ReceivedLetter without = mailbox.awaitNth(LETTER, 2);
        assertThat(without.text()).doesNotContain("mfa").contains("фактора");
        providers.save(new ProviderSettings(server.issuer(), CLIENT, "", true), administrator);
        assertThat(mailbox.awaitNth(LETTER, 3).text()).contains("mfa");
    }

    @Test
    void sessionsThatBeganBeforeThisWasKeptGoOnAndEndWithTheirServer() {
        UUID company = UUID.randomUUID();
        DataSource database = databases.at(95);
        JdbcClient earlier = JdbcClient.create(database);
        earlier.sql("""
                insert into company (id, version, name, supplier, distributor, created_at) values (:id, 0, 'АО «Клевер»', true, false, now())
                """).param("id", company).update();
        earlier.sql("""
                insert into account (id, version, email, name, company_id, language, enabled, created_at)
                values (:id, 0, 'anna@clover.example.com', 'Анна Клевер', :id, 'ru', true, now())
                """).param("id", company).update();
        earlier.sql("""
                insert into identity_provider (company_id, issuer, client_id, client_secret, metadata, enabled, trusts_factor, checked_at)
                values (:id, 'https://login.example.com', 'client', ''::bytea, '{}', true, false, now())
                """).param("id", company).update();
        earlier.sql("""
                insert into person_session (id, account_id, device, address, began_at, last_used, through) values (:id, :id, '', '', now(), now(), :id)
                """).param("id", company).update();

        databases.takeOver(database);
        assertThat(earlier.sql("select count(*) from person_session s join identity_provider p on p.generation = s.through").query(Integer.class).single())
                .isEqualTo(1);
    }
}
