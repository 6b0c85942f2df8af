package com.texchange.connections;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.common.CompanyId;
import com.texchange.common.Routes;
import com.texchange.connections.OrderedLicenses.ChangedLicense;
import com.texchange.mail.Contact;
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
    private final OrderedLicenses ordered;

    ConnectionLetters(Accounts accounts, Companies companies, Partnerships partnerships, Letters letters,
            OperatorProperties operator, OrderedLicenses ordered) {
        this.accounts = accounts;
        this.companies = companies;
        this.partnerships = partnerships;
        this.letters = letters;
        this.operator = operator;
        this.ordered = ordered;
    }

    /**
     * Repeating it writes no second letter, and an onboarding has one. What an order does that has waited is told by a letter of its own;
     * an onboarding that is told of late, when the order has gone on by itself, tells of what it had done before.
     *
     * @param count     how many licenses were changed
     * @param belongsTo the onboarding that shows what becomes of the letters; null for an order with a process of its own
     */
    void finished(ConnectionOrder order, int count, @Nullable UUID belongsTo) {
        if (order.kind() == OrderKind.MOVE) {
            moved(order, count);
        } else {
            connection(order, count, belongsTo);
        }
    }

    private void connection(ConnectionOrder order, int count, @Nullable UUID belongsTo) {
        CompanyId supplierId = order.supplier();
        companies.readTogether(List.of(supplierId, order.distributorId()));
        PartnershipInfo place = partnerships.find(supplierId, order.distributorId()).orElseThrow();
        String supplier = companies.get(supplierId).name();
        String distributor = companies.get(order.distributorId()).name();
        String template = order.kind() == OrderKind.CONNECT ? "connected" : "disconnected";
        Map<String, Object> facts = facts(order, count);
        facts.putAll(Map.of("supplier", supplier, "code", place.code().value()));
        facts.put("link", operator.link(toDistributor(belongsTo, place)));
        List<ChangedLicense> changed = ordered.changed(order, isBefore(order, belongsTo), LISTED);
        write(order, supplierId, template, belongsTo, facts, changed, distributor);
        facts.put("link", operator.link(Routes.with(Routes.SERVICES, "supplier", supplierId)));
        write(order, order.distributorId(), template, belongsTo, facts, changed, supplier);
    }

    /**
     * The supplier is written to if it has placed the order: its system reads the others as events. Who has agreed to a move expects it, and
     * is told if nothing was moved after all.
     */
    private void moved(ConnectionOrder order, int count) {
        Map<String, Object> facts = facts(order, count);
        facts.put("link", operator.link(Routes.of(Routes.LICENSE_ORDERS, order.id())));
        facts.put("denied", order.is(Approval.DENIED));
        boolean inVain = count == 0 && order.is(Approval.APPROVED);
        facts.put("inVain", inVain);
        List<ChangedLicense> changed = ordered.changed(order, false, LISTED);
        CompanyId supplier = order.supplierId();
        if (supplier != null) {
            write(order, supplier, "moved", null, facts, changed, companies.get(order.distributorId()).name());
        }
        if (count > 0 || inVain) {
            write(order, order.distributorId(), "moved", null, facts, changed, companies.get(order.distributorId()).name());
        }
    }

    private Map<String, Object> facts(ConnectionOrder order, int count) {
        return new HashMap<>(Map.of("distributor", companies.get(order.distributorId()).name(), "count", count,
                "more", Math.max(0, count - LISTED), "reason", Objects.requireNonNullElse(order.reason(), "")));
    }

    private void write(ConnectionOrder order, CompanyId side, String template, @Nullable UUID belongsTo,
            Map<String, Object> facts, List<ChangedLicense> changed, String other) {
        CompanyId supplier = order.supplierId();
        boolean toSupplier = side.equals(supplier);
        Contact contact = supplier == null || toSupplier ? null : contact(order, supplier);
        Map<String, Object> model = new HashMap<>(facts);
        model.put("toSupplier", toSupplier);
        List<AccountInfo> people = accounts.ofCompany(side);
        model.put("by", by(order, side, people));
        model.put("licenses", changed.stream().map(license -> line(license, toSupplier)).toList());
        String key = template + "/" + Objects.requireNonNullElse(belongsTo, order.id().value())
                + (order.resumedAt() == null || belongsTo != null ? "" : "/" + order.resumedAt());
        for (AccountInfo account : people) {
            model.put("name", account.name());
            Letter letter = new Letter(key + "/" + account.id(), template, account.email(), account.locale(),
                    new Object[] {other}, Map.copyOf(model), belongsTo).readBy(account.zone());
            letters.queue(contact == null ? letter : letter.onBehalfOf(contact));
        }
    }

    private static boolean isBefore(ConnectionOrder order, @Nullable UUID belongsTo) {
        return belongsTo != null && order.hasOwnProcess();
    }

    /** With whoever has placed the order for what the company has not told. */
    private Contact contact(ConnectionOrder order, CompanyId supplier) {
        return accounts.contactOf(supplier, supplier.equals(order.actingId()) ? order.placedBy() : null);
    }

    /** A company reads the names of its own people. */
    private String by(ConnectionOrder order, CompanyId reader, List<AccountInfo> people) {
        String company = order.actingId() == null ? operator.name() : companies.get(order.actingId()).name();
        if (!reader.equals(order.actingId())) {
            return company;
        }
        AccountInfo person = people.stream().filter(one -> one.id().equals(order.placedBy())).findFirst()
                .orElseGet(() -> accounts.get(order.placedBy()));
        return person.name() + ", " + company;
    }

    /** Who uses a license is the distributor's affair. */
    private static String line(ChangedLicense license, boolean toSupplier) {
        return toSupplier || license.userName().isBlank() ? license.number() : license.number() + " – " + license.userName();
    }

    private static String toDistributor(@Nullable UUID onboarding, PartnershipInfo place) {
        return onboarding == null ? Routes.with(Routes.DISTRIBUTORS, "text", place.code().value())
                : Routes.of(Routes.DISTRIBUTORS, onboarding);
    }
}
