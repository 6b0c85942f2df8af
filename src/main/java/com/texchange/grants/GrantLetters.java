package com.texchange.grants;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.common.CompanyId;
import com.texchange.common.Routes;
import com.texchange.grants.GrantChanged.Kind;
import com.texchange.mail.Contact;
import com.texchange.mail.Letter;
import com.texchange.mail.Letters;
import com.texchange.mail.OperatorProperties;
import com.texchange.partners.Companies;
import com.texchange.partners.Partnerships;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Letters to the people of both companies, each in the own language; repeating one writes no second. */
@Component
class GrantLetters {

    private final Accounts accounts;
    private final Companies companies;
    private final Partnerships partnerships;
    private final Letters letters;
    private final OperatorProperties operator;
    private final MessageSource messages;

    GrantLetters(Accounts accounts, Companies companies, Partnerships partnerships, Letters letters,
            OperatorProperties operator, MessageSource messages) {
        this.accounts = accounts;
        this.companies = companies;
        this.partnerships = partnerships;
        this.letters = letters;
        this.operator = operator;
        this.messages = messages;
    }

    /** It was given, changed or withdrawn, or has ended. */
    void changed(LicenseGrant grant, Kind kind) {
        String template = switch (kind) {
            case GIVEN -> "grant-given";
            case CHANGED -> "grant-changed";
            case WITHDRAWN -> "grant-withdrawn";
            case ENDED -> "grant-ended";
            default -> throw new IllegalArgumentException("no change of a grant: " + kind);
        };
        write(template, grant.id() + "/" + grant.changes(), Pair.of(grant), terms(grant.granted(), grant.endsAt()),
                grant.reason());
    }

    /** The answer to a request is what is allowed already. */
    void unchanged(GrantRequest request, LicenseGrant grant) {
        write("grant-given", "answer/" + request.id(), Pair.of(grant), terms(grant.granted(), grant.endsAt()), grant.reason());
    }

    /** Its end is so many days away. */
    void ending(LicenseGrant grant, int days) {
        write("grant-ending", grant.id() + "/" + grant.changes() + "/" + days, Pair.of(grant),
                terms(grant.granted(), grant.endsAt()), grant.reason());
    }

    /** The distributor does not give what the supplier has asked for. */
    void refused(GrantRequest request) {
        write("grant-refused", request.id().toString(), new Pair(request.supplierId(), request.distributorId()),
                terms(request.asked(), request.endsAt()), request.refusal());
    }

    private record Pair(CompanyId supplier, CompanyId distributor) {

        static Pair of(LicenseGrant grant) {
            return new Pair(grant.supplierId(), grant.distributorId());
        }
    }

    /** What is granted, in the words of a reader. */
    private record Terms(Set<GrantedAct> acts, @Nullable Instant endsAt) {
    }

    private static Terms terms(Set<GrantedAct> acts, @Nullable Instant endsAt) {
        return new Terms(acts, endsAt);
    }

    private void write(String template, String occasion, Pair pair, Terms terms, @Nullable String reason) {
        String supplier = companies.get(pair.supplier()).name();
        String distributor = companies.get(pair.distributor()).name();
        String code = partnerships.find(pair.supplier(), pair.distributor()).orElseThrow().code().value();
        Map<String, Object> facts = new HashMap<>(Map.of("supplier", supplier, "distributor", distributor, "code", code));
        if (terms.endsAt() != null) {
            facts.put("endsAt", terms.endsAt());
        }
        if (reason != null) {
            facts.put("reason", reason);
        }
        Contact contact = accounts.contactOf(pair.supplier(), null);
        for (CompanyId side : List.of(pair.supplier(), pair.distributor())) {
            boolean toSupplier = side.equals(pair.supplier());
            Map<String, Object> model = new HashMap<>(facts);
            model.put("toSupplier", toSupplier);
            model.put("link", operator.link(toSupplier ? Routes.with(Routes.DISTRIBUTORS, "text", code) : Routes.SUPPLIERS));
            for (AccountInfo account : accounts.ofCompany(side)) {
                model.put("name", account.name());
                model.put("acts", acts(terms.acts(), account.locale(), messages));
                Letter letter = new Letter(template + "/" + occasion + "/" + account.id(), template, account.email(),
                        account.locale(), new Object[] {toSupplier ? distributor : supplier}, Map.copyOf(model), null)
                        .readBy(account.zone());
                letters.queue(toSupplier ? letter : letter.onBehalfOf(contact));
            }
        }
    }

    /** Named one after the other. */
    static String acts(Set<GrantedAct> acts, Locale locale, MessageSource messages) {
        return Arrays.stream(GrantedAct.values()).filter(acts::contains)
                .map(act -> messages.getMessage("grants.act." + act, null, locale)).collect(Collectors.joining(", "));
    }
}
