package com.texchange.licenses;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.common.CompanyId;
import com.texchange.common.Routes;
import com.texchange.mail.Letter;
import com.texchange.mail.Letters;
import com.texchange.mail.OperatorProperties;
import com.texchange.partners.Companies;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.Partnerships;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Confirms connected licenses to the people of both companies, each in the own language. */
@Component
class ConnectionLetters {

    private final Accounts accounts;
    private final Companies companies;
    private final Partnerships partnerships;
    private final Letters letters;
    private final OperatorProperties operator;

    ConnectionLetters(Accounts accounts, Companies companies, Partnerships partnerships, Letters letters,
            OperatorProperties operator) {
        this.accounts = accounts;
        this.companies = companies;
        this.partnerships = partnerships;
        this.letters = letters;
        this.operator = operator;
    }

    /**
     * Repeating it writes no second letter.
     *
     * @param count     how many licenses were connected
     * @param belongsTo the onboarding that shows what becomes of the letters; null for an order with a process of its own
     */
    void connected(ConnectionOrderInfo order, int count, @Nullable UUID belongsTo) {
        PartnershipInfo place = partnerships.find(order.supplierId(), order.distributorId()).orElseThrow();
        String supplier = companies.get(order.supplierId()).name();
        String distributor = companies.get(order.distributorId()).name();
        String key = "connected/" + Objects.requireNonNullElse(belongsTo, order.id().value());
        for (CompanyId side : List.of(order.supplierId(), order.distributorId())) {
            boolean toSupplier = side.equals(order.supplierId());
            for (AccountInfo account : accounts.ofCompany(side)) {
                letters.queue(new Letter(key + "/" + account.id(), "connected", account.email(), account.locale(),
                        new Object[] {toSupplier ? distributor : supplier},
                        Map.of("name", account.name(), "supplier", supplier, "distributor", distributor,
                                "code", place.code().value(), "count", count, "toSupplier", toSupplier,
                                "link", operator.link(toSupplier ? Routes.DISTRIBUTORS : Routes.SERVICES)),
                        belongsTo));
            }
        }
    }
}
