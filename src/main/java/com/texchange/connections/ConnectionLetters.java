package com.texchange.connections;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the people of both companies what an order has done, each in the own language: one letter for an order, none a license. */
@Component
class ConnectionLetters {

    /** So many licenses are named in a letter. */
    private static final int LISTED = 20;
    private final Accounts accounts;
    private final Companies companies;
    private final Partnerships partnerships;
    private final Letters letters;
    private final OperatorProperties operator;
    private final OrderItems items;

    ConnectionLetters(Accounts accounts, Companies companies, Partnerships partnerships, Letters letters,
            OperatorProperties operator, OrderItems items) {
        this.accounts = accounts;
        this.companies = companies;
        this.partnerships = partnerships;
        this.letters = letters;
        this.operator = operator;
        this.items = items;
    }

    /**
     * Repeating it writes no second letter.
     *
     * @param count     how many licenses were changed
     * @param belongsTo the onboarding that shows what becomes of the letters; null for an order with a process of its own
     */
    void finished(ConnectionOrder order, int count, @Nullable UUID belongsTo) {
        PartnershipInfo place = partnerships.find(order.supplierId(), order.distributorId()).orElseThrow();
        String supplier = companies.get(order.supplierId()).name();
        String distributor = companies.get(order.distributorId()).name();
        List<OrderItems.ChangedLicense> first = items.changed(order.id(), LISTED);
        Map<String, Object> facts = Map.of("supplier", supplier, "distributor", distributor, "code", place.code().value(),
                "count", count, "more", Math.max(0, count - first.size()), "by", by(order));
        String template = order.kind() == OrderKind.CONNECT ? "connected" : "disconnected";
        String key = template + "/" + Objects.requireNonNullElse(belongsTo, order.id().value());
        for (CompanyId side : List.of(order.supplierId(), order.distributorId())) {
            boolean toSupplier = side.equals(order.supplierId());
            Map<String, Object> model = new HashMap<>(facts);
            model.put("toSupplier", toSupplier);
            model.put("licenses", first.stream().map(license -> line(license, toSupplier)).toList());
            model.put("link", operator.link(toSupplier ? toDistributor(belongsTo, place)
                    : Routes.with(Routes.SERVICES, "supplier", order.supplierId())));
            for (AccountInfo account : accounts.ofCompany(side)) {
                model.put("name", account.name());
                letters.queue(new Letter(key + "/" + account.id(), template, account.email(), account.locale(),
                        new Object[] {toSupplier ? distributor : supplier}, Map.copyOf(model), belongsTo)
                        .readBy(account.zone()));
            }
        }
    }

    private String by(ConnectionOrder order) {
        String company = order.actingId() == null ? operator.name() : companies.get(order.actingId()).name();
        return accounts.get(order.placedBy()).name() + ", " + company;
    }

    /** Who uses a license is the distributor's affair. */
    private static String line(OrderItems.ChangedLicense license, boolean toSupplier) {
        return toSupplier || license.userName().isBlank() ? license.number() : license.number() + " – " + license.userName();
    }

    private static String toDistributor(@Nullable UUID onboarding, PartnershipInfo place) {
        return onboarding == null ? Routes.with(Routes.DISTRIBUTORS, "text", place.code().value())
                : Routes.of(Routes.DISTRIBUTORS, onboarding);
    }
}
