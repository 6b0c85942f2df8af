package com.texchange.registrations;

import com.texchange.common.EmailAddress;
import com.texchange.common.KeptAboutPeople;
import com.texchange.common.RegistrationId;
import com.texchange.registrations.RegistrationInfo.State;
import com.texchange.tasks.Tasks;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests by a person's address. Which company asked stays; who spoke for it does not, and nobody decides any more on what is under way. */
@Component
class RegistrationData implements KeptAboutPeople {

    private final RegistrationRepository repository;
    private final Tasks tasks;
    private final JdbcClient jdbc;

    RegistrationData(RegistrationRepository repository, Tasks tasks, JdbcClient jdbc) {
        this.repository = repository;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(Person person) {
        return Map.of("registrations", jdbc.sql("""
                select kind, email, company_name, tax_id, city, contact_name, contact_phone, language, state, reason, requested_at,
                    decided_at, agreed_version
                from registration where email in (:addresses) order by requested_at""")
                .param("addresses", person.addresses()).query().listOfRows());
    }

    /** By a former address each another stand-in: there is one request at a time of an address, and there may be one of each. */
    @Override
    public void erase(Person person, String name, EmailAddress email) {
        jdbc.sql("delete from unconfirmed_request where email in (:addresses)").param("addresses", person.addresses()).update();
        jdbc.sql("select id from registration where email in (:addresses) and state in ('REQUESTED', 'APPROVED') order by id for update")
                .param("addresses", person.addresses()).query(UUID.class).list()
                .forEach(id -> close(repository.findById(new RegistrationId(id)).orElseThrow()));
        jdbc.sql("""
                update registration set contact_name = :name, contact_phone = '-',
                    email = case when email = :present then :stand else 'erased-' || id || '@erased.invalid' end
                where email in (:addresses)""")
                .param("name", name).param("present", person.email()).param("stand", email).param("addresses", person.addresses()).update();
    }

    /** The process ends as that of a request that was refused, but nobody is written to: {@link Rejection}. */
    private void close(Registration registration) {
        boolean approved = registration.state() == State.APPROVED;
        registration.close();
        repository.save(registration);
        tasks.findOpen(approved ? Confirmations.TASK : Registrations.TASK, registration.info().id().value())
                .ifPresent(task -> tasks.complete(task.key(), null, Map.of(approved ? "confirmed" : "approved", false)));
    }
}
