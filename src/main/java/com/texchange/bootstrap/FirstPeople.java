package com.texchange.bootstrap;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.accounts.NewAccount;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.Role;
import com.texchange.common.SecretText;
import com.texchange.common.TaxId;
import com.texchange.mail.Letter;
import com.texchange.mail.Letters;
import com.texchange.partners.Companies;
import com.texchange.partners.NewCompany;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the accounts that the configuration names and writes each person a letter with a link to set a password. */
@Service
class FirstPeople {

    private static final Logger LOG = LoggerFactory.getLogger(FirstPeople.class);
    private final Companies companies;
    private final Accounts accounts;
    private final Letters letters;
    private final JdbcClient jdbc;

    FirstPeople(Companies companies, Accounts accounts, Letters letters, JdbcClient jdbc) {
        this.companies = companies;
        this.accounts = accounts;
        this.letters = letters;
        this.jdbc = jdbc;
    }

    /** Repeating it changes nothing, even when several instances of the application start at once. */
    @Transactional
    void open(BootstrapProperties wanted) {
        Locale language = Languages.closest(List.of(wanted.language()));
        BootstrapProperties.Operator operator = wanted.operator();
        if (operator.isGiven() && isNew(operator.email())) {
            open(operator.email(), operator.name(), null, Set.of(Role.SALES, Role.PROCESS_MANAGER, Role.ADMINISTRATOR), language);
        }
        BootstrapProperties.Supplier supplier = wanted.supplier();
        if (supplier.isGiven() && isNew(supplier.email())) {
            open(supplier.email(), supplier.name(), register(supplier), Set.of(Role.SUPPLIER), language);
        }
    }

    /**
     * Who has an account keeps it as it is: nobody is given more rights by a setting that was forgotten. Nor does such a setting bring anybody back:
     * an address that was named before is not looked at again, be its account at another one by now, or erased. Who reads its letters may be
     * somebody else. Of two instances that start at once the second waits here for the first.
     */
    private boolean isNew(String email) {
        EmailAddress address = new EmailAddress(email);
        boolean named = jdbc.sql("insert into first_person (address_hash, noted_at) values (:hash, now()) on conflict do nothing")
                .param("hash", SecretText.hash(address.value())).update() == 0;
        boolean has = accounts.find(address).isPresent();
        if (named && !has) {
            LOG.info("An address among t-exchange.bootstrap.* was named before, and its account is not there any more: it is opened for another address only");
        }
        return !named && !has;
    }

    private CompanyId register(BootstrapProperties.Supplier supplier) {
        return companies.register(new NewCompany(supplier.company(), new TaxId(supplier.taxId()), null,
                supplier.name(), null, new EmailAddress(supplier.email()), true, false)).id();
    }

    private void open(String email, String name, @Nullable CompanyId company, Set<Role> roles, Locale language) {
        AccountInfo account = accounts.open(new NewAccount(new EmailAddress(email), name, company, roles, language));
        Map<String, Object> model = new HashMap<>(accounts.passwordLetter(account.id(), null));
        model.put("name", account.name());
        letters.queue(new Letter("first-account/" + account.id(), "first-account", account.email(), account.locale(),
                new Object[0], model, null).readBy(account.zone()));
        LOG.info("Opened the first account with roles {}; its letter is on the way", roles);
    }
}
