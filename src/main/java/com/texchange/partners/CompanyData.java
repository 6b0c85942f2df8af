package com.texchange.partners;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.OutdatedException;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.SingleLine;
import com.texchange.common.TaxId;
import com.texchange.partners.CompanyChange.Field;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/**
 * A company's data, with the history of what was changed. How to reach it is its administrator's affair; which company it is, the
 * sales department says. Letters and stories keep what was said when they were written; what is to be done is told by the present name
 * ({@link CompanyIdentified}).
 */
@Service
@Validated
@Transactional
public class CompanyData {

    private final Companies companies;
    private final KnownCompanies known;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final ChangeFeed feed;

    CompanyData(Companies companies, KnownCompanies known, JdbcClient jdbc, Clock clock, AuditTrail audit,
            ApplicationEventPublisher events, ChangeFeed feed) {
        this.companies = companies;
        this.known = known;
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
        this.feed = feed;
    }

    /**
     * Changes how partners reach the person's own company.
     *
     * @param seen what the person has read
     * @throws OutdatedException if a colleague has changed it since
     * @throws RefusedException  if the person does not administer the company
     */
    public void changeContacts(CompanyContacts seen, @Valid CompanyContacts contacts, Actor actor) {
        CompanyId id = actor.administeredCompany();
        CompanyInfo company = locked(id);
        CompanyContacts now = CompanyContacts.of(company);
        if (!now.equals(seen)) {
            throw new OutdatedException("partners.company.outdated");
        }
        jdbc.sql("""
                update company set city = nullif(:city, ''), contact_name = :name, contact_phone = :phone, contact_email = :email,
                    version = version + 1
                where id = :id""")
                .param("city", contacts.city().strip()).param("name", contacts.contactName().strip())
                .param("phone", contacts.contactPhone().strip()).param("email", new EmailAddress(contacts.contactEmail()))
                .param("id", id).update();
        known.forget();
        CompanyContacts after = CompanyContacts.of(companies.get(id));
        record(id, Field.CITY, now.city(), after.city(), null, actor);
        record(id, Field.CONTACT_NAME, now.contactName(), after.contactName(), null, actor);
        record(id, Field.CONTACT_PHONE, now.contactPhone(), after.contactPhone(), null, actor);
        record(id, Field.CONTACT_EMAIL, now.contactEmail(), after.contactEmail(), null, actor);
        feed.publish(new Change(Change.Topic.ACCOUNTS, id.toString()));
    }

    /**
     * The sales department puts a company's name or tax id right.
     *
     * @param seen what the person has read
     * @throws OutdatedException if a colleague has changed it since
     * @throws RefusedException  if another company has the tax id
     */
    public void identify(CompanyId id, CompanyName seen, @Valid CompanyName name, @NotBlank @Size(max = 1000) @SingleLine String reason,
            Actor sales) {
        sales.require(Role.SALES);
        TaxId taxId = new TaxId(name.taxId().strip());
        // As in a registration: nobody registers a company with it meanwhile.
        companies.findToRegister(taxId).filter(other -> !other.id().equals(id)).ifPresent(other -> {
            throw new RefusedException("partners.company.taxIdTaken", other.name());
        });
        CompanyInfo before = locked(id);
        if (!CompanyName.of(before).equals(seen)) {
            throw new OutdatedException("partners.name.outdated");
        }
        jdbc.sql("update company set name = :name, tax_id = :taxId, version = version + 1 where id = :id")
                .param("name", name.name().strip()).param("taxId", taxId).param("id", id).update();
        known.forget();
        record(id, Field.NAME, before.name(), name.name().strip(), reason.strip(), sales);
        record(id, Field.TAX_ID, Objects.toString(before.taxId(), ""), taxId.value(), reason.strip(), sales);
        if (!companies.get(id).equals(before)) {
            events.publishEvent(new CompanyIdentified(earlierNames(id, before.name())));
            feed.publish(new Change(Change.Topic.ACCOUNTS, id.toString()));
        }
    }

    private Set<String> earlierNames(CompanyId id, String latest) {
        Set<String> names = new HashSet<>(jdbc.sql("select before from company_change where company_id = :id and field = :name")
                .param("id", id).param("name", Field.NAME).query(String.class).list());
        names.add(latest);
        return names;
    }

    /**
     * What was changed so far, the latest first; at most 100. Which of the operator's people has changed something, only these read.
     *
     * @throws AccessDeniedException if the person is neither of the company nor of the sales department
     */
    @Transactional(readOnly = true)
    public List<CompanyChange> history(CompanyId id, Actor actor) {
        if (!id.equals(actor.companyId())) {
            actor.require(Role.SALES);
        }
        return jdbc.sql("""
                select field, before, after, reason, case when by_operator and not :operator then '' else changed_by_name end as by, by_operator,
                    changed_at as at
                from company_change where company_id = :id order by company_change.id desc limit 100""")
                .param("id", id).param("operator", actor.companyId() == null).query(CompanyChange.class).list();
    }

    private CompanyInfo locked(CompanyId id) {
        companies.lock(id);
        known.forget();
        return companies.get(id);
    }

    private void record(CompanyId id, Field field, String before, String after, @Nullable String reason, Actor by) {
        if (before.equals(after)) {
            return;
        }
        jdbc.sql("""
                insert into company_change (company_id, field, before, after, reason, changed_by, changed_by_name, by_operator, changed_at)
                values (:company, :field, :before, :after, :reason, :by, :name, :operator, :now)""")
                .param("company", id).param("field", field).param("before", before).param("after", after).param("reason", reason)
                .param("by", by.id()).param("name", by.name()).param("operator", by.companyId() == null).param("now", clock.instant())
                .update();
        audit.record(Audited.of(AuditKind.COMPANY_CHANGED, by).about(AuditSubject.company(id, companies.get(id).name())).concerning(id)
                .typed(before, reason == null ? after : after + " · " + reason));
    }
}
