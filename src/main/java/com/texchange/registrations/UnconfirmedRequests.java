package com.texchange.registrations;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.texchange.common.EmailAddress;
import com.texchange.common.RegistrationId;
import com.texchange.common.SecretText;
import com.texchange.common.TaxId;
import com.texchange.help.AgreementVersions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was typed by people whose addresses nobody has confirmed yet, by the secrets in the letters to these addresses. The
 * database keeps only their hashes. All methods run in the caller's transaction.
 */
@Component
class UnconfirmedRequests {

    private final AgreementVersions agreement;
    private final JdbcClient jdbc;
    private final Clock clock;

    UnconfirmedRequests(AgreementVersions agreement, JdbcClient jdbc, Clock clock) {
        this.agreement = agreement;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param registrationId what became of it; null until it is confirmed */
    record Unconfirmed(String companyName, TaxId taxId, String city, String contactName, String contactPhone,
            EmailAddress email, String language, @Nullable RegistrationId registrationId, Applicant kind) {

        RegistrationRequest request() {
            return new RegistrationRequest(companyName, taxId.value(), city, contactName, contactPhone, email.value(), kind);
        }
    }

    /** @return the secret for the letter */
    String keep(RegistrationRequest request, Locale language) {
        String token = SecretText.random();
        jdbc.sql("""
                insert into unconfirmed_request (token_hash, email, company_name, tax_id, city, contact_name, contact_phone,
                                                 language, asked_at, kind)
                values (:hash, :email, :companyName, :taxId, :city, :contactName, :contactPhone, :language, :now, :kind)
                """)
                .param("hash", SecretText.hash(token)).param("email", new EmailAddress(request.email()))
                .param("companyName", request.companyName().strip()).param("taxId", new TaxId(request.taxId()))
                .param("city", request.city().strip()).param("contactName", request.contactName().strip())
                .param("contactPhone", request.contactPhone().strip()).param("kind", request.kind()).param("language", language.getLanguage())
                .param("now", clock.instant())
                .update();
        return token;
    }

    /** How often somebody has typed the address within the last while; who types it at the same moment is counted too. */
    int count(EmailAddress email, Duration last) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('registration ' || :email, 0))")
                .param("email", email).query().singleRow();
        return jdbc.sql("select count(*) from unconfirmed_request where email = :email and asked_at > :since")
                .param("email", email).param("since", since(last))
                .query(Integer.class).single();
    }

    /** The one that a link belongs to, unless the link is older than that; locked, so that of two clicks one sends it. */
    Optional<Unconfirmed> lock(String token, Duration valid) {
        return jdbc.sql("""
                select company_name, tax_id, city, contact_name, contact_phone, email, language, registration_id, kind
                from unconfirmed_request where token_hash = :hash and asked_at > :since
                for update
                """)
                .param("hash", SecretText.hash(token)).param("since", since(valid))
                .query(Unconfirmed.class).optional();
    }

    /** Whoever confirms accepts the license agreement, as the page says. */
    void confirm(String token, RegistrationId registration) {
        jdbc.sql("update registration set agreed_version = :version where id = :id")
                .param("version", agreement.current()).param("id", registration).update();
        jdbc.sql("update unconfirmed_request set registration_id = :registration where token_hash = :hash")
                .param("registration", registration).param("hash", SecretText.hash(token))
                .update();
    }

    @Bean
    static Task<Void> forgetUnconfirmedRequests(UnconfirmedRequests requests, RegistrationProperties properties) {
        return Tasks.recurring("forget-unconfirmed-requests", FixedDelay.of(Duration.ofDays(1)))
                .execute((instance, context) -> requests.forget(properties.confirmationValid()));
    }

    /** What nobody has confirmed, nobody needs. */
    void forget(Duration olderThan) {
        jdbc.sql("delete from unconfirmed_request where asked_at <= :since").param("since", since(olderThan)).update();
    }

    private Instant since(Duration last) {
        return clock.instant().minus(last);
    }
}
