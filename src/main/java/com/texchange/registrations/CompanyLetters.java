package com.texchange.registrations;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.audit.AuditTrail;
import com.texchange.common.AccountId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Routes;
import com.texchange.mail.Letter;
import com.texchange.mail.Letters;
import com.texchange.mail.OperatorProperties;
import com.texchange.partners.CompanyInfo;
import com.texchange.partners.TimeZones;
import com.texchange.registrations.RegistrationInfo.Confirmation;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a company that somebody wants to be one of its people, and that somebody is now: everybody who is there, and the address that
 * the company has given as its contact. Nobody can switch these letters off.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CompanyLetters {

    private final Accounts accounts;
    private final Letters letters;
    private final OperatorProperties operator;
    private final TimeZones zones;
    private final WhomToAsk whom;
    private final AuditTrail audit;

    CompanyLetters(Accounts accounts, Letters letters, OperatorProperties operator, TimeZones zones, WhomToAsk whom, AuditTrail audit) {
        this.accounts = accounts;
        this.letters = letters;
        this.operator = operator;
        this.zones = zones;
        this.whom = whom;
        this.audit = audit;
    }

    /**
     * @param id          of the person, or of the company whose contact it is: in the letter's key, which may be shorter than an address
     * @param administers whether the person has the task to answer, and not only hears of it
     */
    private record Reader(String id, EmailAddress email, String name, Locale locale, ZoneId zone, boolean administers) {
    }

    /** Its journal says so too, as it says what becomes of it. */
    void asked(RegistrationInfo request, CompanyInfo company, Locale language) {
        audit.record(RegistrationTrail.asked(request, company.id()));
        write(whom.isToWiden(request, company.id()) ? "registration-widening" : "registration-asked", request, company, language,
                Map.of("link", operator.link(Routes.ALL_TASKS)));
    }

    /** Who has confirmed it, or what the sales department has checked. */
    void added(RegistrationInfo request, CompanyInfo company, Locale language) {
        decided("registration-added", request, company, language);
    }

    /** The same of a company that is a supplier or a distributor, too, since one of its people has asked for that. */
    void widened(RegistrationInfo request, CompanyInfo company, Locale language) {
        decided("registration-widened", request, company, language);
    }

    private void decided(String template, RegistrationInfo request, CompanyInfo company, Locale language) {
        // Whoever decides for the company now may have been confirmed of another before.
        Confirmation confirmation = request.confirmation().about(company.id());
        AccountId by = confirmation.by();
        boolean bySales = confirmation.checked() != null || by == null;
        write(template, request, company, language, Map.of(
                "colleague", bySales ? "" : accounts.get(Objects.requireNonNull(by)).name(),
                "checked", Objects.requireNonNullElse(confirmation.checked(), ""),
                "link", operator.link(Routes.LOGIN)));
    }

    private void write(String template, RegistrationInfo request, CompanyInfo company, Locale language, Map<String, Object> facts) {
        for (Reader reader : readers(request, company, language)) {
            Map<String, Object> model = new HashMap<>(facts);
            model.put("name", reader.name());
            model.put("administers", reader.administers());
            model.put("company", company.name());
            model.put("person", request.contactName());
            model.put("email", request.email().value());
            model.put("phone", request.contactPhone());
            model.put("supplier", request.kind() == Applicant.SUPPLIER);
            letters.queue(new Letter(template + "/" + request.id() + "/" + reader.id(), template, reader.email(),
                    reader.locale(), new Object[] {request.contactName()}, model,
                    // Not the onboarding: its story, which the supplier reads, is not for the company's addresses.
                    request.id().value()).readBy(reader.zone()));
        }
    }

    /** Each address once, and not that of who asks. */
    private Iterable<Reader> readers(RegistrationInfo request, CompanyInfo company, Locale language) {
        Map<EmailAddress, Reader> readers = new LinkedHashMap<>();
        for (AccountInfo person : accounts.ofCompany(company.id())) {
            readers.put(person.email(), new Reader(person.id().toString(), person.email(), person.name(), person.locale(), person.zone(),
                    person.actor().administers()));
        }
        contact(company).ifPresent(email -> readers.putIfAbsent(email, new Reader(company.id().toString(), email,
                Objects.requireNonNullElse(company.contactName(), company.name()), language, zones.of(company.id()), false)));
        readers.remove(request.email());
        return readers.values();
    }

    private static Optional<EmailAddress> contact(CompanyInfo company) {
        @Nullable EmailAddress email = company.contactEmail();
        return Optional.ofNullable(email);
    }
}
