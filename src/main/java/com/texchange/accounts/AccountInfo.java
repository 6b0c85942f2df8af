package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Position;
import com.texchange.common.Role;
import com.texchange.mail.Contact;
import com.texchange.partners.CompanyInfo;
import com.texchange.partners.TimeZones;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in, without the password.
 *
 * @param zone by whose clock the person reads times: see {@link TimeZones}
 */
public record AccountInfo(AccountId id, EmailAddress email, String name, @Nullable CompanyId companyId, Set<Role> roles,
        Position position, Locale locale, ZoneId zone) {

    /** The person with the rights of now. */
    public Actor actor() {
        return new Actor(id, name, email, roles, companyId, position);
    }

    /** Whom a partner can ask: the company's contact, with this person for what the company has not told. */
    public Contact contactOf(CompanyInfo company) {
        return new Contact(company.name(), Objects.requireNonNullElse(company.contactName(), name), company.contactPhone(),
                Objects.requireNonNullElse(company.contactEmail(), email));
    }
}
