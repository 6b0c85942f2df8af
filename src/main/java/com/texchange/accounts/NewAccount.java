package com.texchange.accounts;

import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Role;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person to be given an account; the password is set later by a link. */
public record NewAccount(EmailAddress email, String name, @Nullable CompanyId companyId, Set<Role> roles,
        Locale locale) {
}
