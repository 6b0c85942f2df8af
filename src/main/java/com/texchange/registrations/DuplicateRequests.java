package com.texchange.registrations;

import com.texchange.accounts.Accounts;
import com.texchange.common.EmailAddress;
import com.texchange.common.RegistrationId;
import com.texchange.common.TaxId;
import com.texchange.partners.Companies;
import com.texchange.registrations.RegistrationInfo.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What else there is of a person or company that asks to be registered: other requests, a company, an account. */
@Service
@Transactional(readOnly = true)
public class DuplicateRequests {

    private static final int MOST = 5;

    private final JdbcClient jdbc;
    private final Registrations registrations;
    private final Companies companies;
    private final Accounts accounts;

    DuplicateRequests(JdbcClient jdbc, Registrations registrations, Companies companies, Accounts accounts) {
        this.jdbc = jdbc;
        this.registrations = registrations;
        this.companies = companies;
        this.accounts = accounts;
    }

    /** Another request with the same address or tax ID. */
    public record Duplicate(String companyName, TaxId taxId, EmailAddress email, State state, Instant requestedAt) {
    }

    /** For the sales department: others, at most 5: those that wait come first, of these the same person's, then the latest. */
    public List<Duplicate> of(RegistrationInfo registration) {
        return jdbc.sql("""
                select company_name, tax_id, email, state, requested_at from registration
                where id <> :id and (email = :email or tax_id = :taxId)
                order by state in ('REQUESTED', 'APPROVED') desc, email = :email desc, requested_at desc, id
                limit :most
                """)
                .param("id", registration.id()).param("email", registration.email())
                .param("taxId", registration.taxId()).param("most", MOST)
                .query(Duplicate.class).list();
    }

    /** For the person, whose address is confirmed: message keys of what to expect, naming nobody else. */
    public List<String> notes(RegistrationId id) {
        RegistrationInfo registration = registrations.get(id);
        List<String> notes = new ArrayList<>();
        if (accounts.find(registration.email()).isPresent()) {
            notes.add(registration.kind() == Applicant.SUPPLIER ? "registrations.note.accountSupplier" : "registrations.note.account");
        } else if (companies.find(registration.taxId()).isPresent()) {
            notes.add("registrations.note.company");
        }
        List<Duplicate> waiting = of(registration).stream()
                .filter(other -> other.state() == State.REQUESTED || other.state() == State.APPROVED).toList();
        if (waiting.stream().anyMatch(other -> other.email().equals(registration.email()))) {
            notes.add("registrations.note.sameAddress");
        } else if (!waiting.isEmpty()) {
            notes.add("registrations.note.sameTaxId");
        }
        return notes;
    }
}
