package com.texchange.accounts;

import com.texchange.accounts.OperatorChange.Kind;
import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.RefusedException;
import com.texchange.common.SingleLine;
import com.texchange.common.TooLateException;
import com.texchange.partners.Companies;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/**
 * Keeps a whole company out, and lets it in again. Its people cannot sign in meanwhile and get no letters; what is under way goes on:
 * tasks wait for them, invitations to it and of it run to their terms, orders that were placed are carried out.
 */
@Service
@Validated
@Transactional
public class CompanySwitch {

    private final HeldPeople held;
    private final Companies companies;
    private final OperatorChanges changes;
    private final AccessEnd access;
    private final ChangeFeed feed;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    CompanySwitch(HeldPeople held, Companies companies, OperatorChanges changes, AccessEnd access, ChangeFeed feed, AuditTrail audit,
            JdbcClient jdbc) {
        this.held = held;
        this.companies = companies;
        this.changes = changes;
        this.access = access;
        this.feed = feed;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** @throws RefusedException if it is so already, or who decides has to show first who (s)he is */
    public void turn(CompanyId company, boolean on, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor sales) {
        held.sales(sales);
        held.requireFresh(sales);
        companies.lock(company);
        if (companies.isOff(company) == !on) {
            throw new TooLateException(on ? "accounts.register.isOn" : "accounts.register.isOff");
        }
        companies.switchOff(company, !on);
        if (on) {
            letIn(company);
        } else {
            keepOut(company);
        }
        String name = companies.get(company).name();
        changes.record(company, null, name, on ? Kind.COMPANY_ON : Kind.COMPANY_OFF, reason, sales);
        audit.record(Audited.of(on ? AuditKind.COMPANY_ON : AuditKind.COMPANY_OFF, sales).about(AuditSubject.company(company, name))
                .concerning(company).typed(null, reason.strip()));
        feed.publish(new Change(Change.Topic.ACCOUNTS, company.toString()));
    }

    /** Whoever was kept out before stays so. */
    private void letIn(CompanyId company) {
        jdbc.sql("""
                update account set enabled = true, off_with_company = false, version = version + 1
                where company_id = :company and off_with_company""")
                .param("company", company).update();
    }

    /** Invitations of colleagues end too; their administrators send them again. */
    private void keepOut(CompanyId company) {
        // Held first: whoever is just setting the first password is in when that is done, and then kept out like the others.
        List<UUID> people = jdbc.sql("select id from account where company_id = :company order by id for no key update")
                .param("company", company).query(UUID.class).list();
        jdbc.sql("""
                update account set enabled = false, off_with_company = true, sessions = sessions + 1, version = version + 1
                where company_id = :company and enabled""")
                .param("company", company).update();
        people.forEach(id -> access.end(new AccountId(id)));
    }
}
