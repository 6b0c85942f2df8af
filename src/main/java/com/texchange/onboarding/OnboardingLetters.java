package com.texchange.onboarding;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.RefusedException;
import com.texchange.common.Routes;
import com.texchange.mail.Contact;
import com.texchange.mail.Delivery;
import com.texchange.mail.Letter;
import com.texchange.mail.Letters;
import com.texchange.mail.OperatorProperties;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import com.texchange.partners.Invitee;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.Partnerships;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes the letters of an onboarding, each in its recipient's language. */
@Component
class OnboardingLetters {

    private static final String SUPPLIER = "supplier";
    private static final String DISTRIBUTOR = "distributor";
    /** Whether the distributor has a letter about the end. */
    private static final String TOLD = "told";
    private static final String INVITATION = "invitation";
    private static final String REMINDER = "invitation-reminder";
    /** By which an invitee knows of the invitation. */
    private static final Set<String> TELLING = Set.of(INVITATION, REMINDER);
    private static final String ACCEPT = "accept-reminder";
    /** What asks for an answer that is of no use any more once the onboarding has ended early. */
    private static final Set<String> ASKING = Set.of(INVITATION, REMINDER, ACCEPT);

    private final Accounts accounts;
    private final Companies companies;
    private final Partnerships partnerships;
    private final InvitationLinks links;
    private final Letters letters;
    private final OperatorProperties operator;
    private final InvitationClock clock;
    private final LetterLimit limit;

    OnboardingLetters(Accounts accounts, Companies companies, Partnerships partnerships, InvitationLinks links,
            Letters letters, OperatorProperties operator, InvitationClock clock, LetterLimit limit) {
        this.accounts = accounts;
        this.companies = companies;
        this.partnerships = partnerships;
        this.links = links;
        this.letters = letters;
        this.operator = operator;
        this.clock = clock;
        this.limit = limit;
    }

    /**
     * @param occasion tells the letters of one onboarding apart
     * @return whether it was written now
     */
    boolean invitation(Onboarding onboarding, String occasion) {
        return toInvitee(onboarding, INVITATION, occasion);
    }

    /**
     * For what is sent by hand.
     *
     * @throws RefusedException if somebody to whom it would go has had all the letters of the day
     */
    void requireRoom(Onboarding onboarding) {
        limit.check(onboarding);
    }

    /** The same before the supplier invites somebody. */
    void requireRoom(CompanyId supplier, EmailAddress invitee) {
        limit.check(supplier, invitee);
    }

    /** The same before an invitation of a place that there is goes to an address, which may be another one than before. */
    void requireRoom(PartnershipInfo place, EmailAddress invitee) {
        limit.check(place.supplierId(), invitee);
        limit.checkAddresses(place, invitee);
    }

    /** To the invitee, or to the distributor's people once they have taken the invitation up. */
    void reminder(Onboarding onboarding, String occasion) {
        if (onboarding.stage() == Stage.INVITED) {
            toInvitee(onboarding, REMINDER, occasion);
        } else if (onboarding.stage() == Stage.ACCEPTING) {
            toCompany(onboarding, onboarding.distributor(), ACCEPT, occasion, Routes.SUPPLIERS);
        }
    }

    void connectReminder(Onboarding onboarding, String occasion) {
        toCompany(onboarding, onboarding.distributor(), "connect-reminder", occasion,
                Routes.with(Routes.SERVICES, "supplier", onboarding.supplierId()));
    }

    /** @param takenOver whether another company than the invited one had taken the invitation up */
    void joined(Onboarding onboarding, boolean takenOver) {
        toInviter(onboarding, "joined", Map.of("takenOver", takenOver));
    }

    /** Of an onboarding that has ended early: what still waits, as for a mail server that is away, and asks for an answer. */
    void callBack(Onboarding onboarding) {
        letters.withdraw(onboarding.id().value(), ASKING);
    }

    /**
     * To whom the invitation is with: the company that has taken it up, whose it need not have been, or the invitee, unless no letter of the
     * invitation has gone there.
     *
     * @param before where the invitation went, if its place has been invited anew since: the name that the place has by then need not be
     *     that of whom the letter is for; asked for only where the invitee is written to
     * @param answered whether the invitee has answered, and so knows of the invitation however it came; asked for only where no letter says so
     */
    void revoked(Onboarding onboarding, Supplier<Optional<EmailAddress>> before, BooleanSupplier answered) {
        CompanyId distributor = onboarding.distributorId();
        if (distributor != null) {
            toCompany(onboarding, distributor, "revoked", "company", Routes.of(Routes.SUPPLIERS, onboarding.id()));
            toInviter(onboarding, "revoked-confirmation", Map.of(TOLD, true));
            return;
        }
        Invitee now = partnership(onboarding).invitee();
        Optional<EmailAddress> earlier = before.get();
        EmailAddress invitee = earlier.orElse(now.email());
        boolean told = hasGoneTo(invitee, onboarding) || answered.getAsBoolean();
        if (told) {
            Optional<AccountInfo> account = accounts.find(invitee);
            letters.queue(letter(onboarding, "revoked", "invitee", invitee, earlier.isPresent() ? "" : now.name(),
                    localeOf(account, onboarding), () -> Routes.LOGIN).readBy(clock.of(account, onboarding.supplierId()))
                    .onBehalfOf(supplier(onboarding)));
        }
        Map<String, Object> more = new HashMap<>(Map.of(TOLD, told));
        earlier.ifPresent(address -> more.put(DISTRIBUTOR, address));
        toInviter(onboarding, "revoked-confirmation", more);
    }

    private boolean hasGoneTo(EmailAddress invitee, Onboarding onboarding) {
        return letters.deliveriesOf(onboarding.id().value()).stream().anyMatch(letter -> letter.state() == Delivery.State.SENT
                && TELLING.contains(letter.template()) && letter.recipient().equals(invitee));
    }

    /** The supplier can still take the invitation back. */
    void takenOver(Onboarding onboarding) {
        toInviter(onboarding, "taken-over");
    }

    void declined(Onboarding onboarding) {
        toInviter(onboarding, "declined");
    }

    void expired(Onboarding onboarding) {
        toInviter(onboarding, "expired");
    }

    /** The rejected person hears it from the registration; this one is for the supplier. */
    void rejected(Onboarding onboarding) {
        toInviter(onboarding, "rejected");
    }

    private boolean toInvitee(Onboarding onboarding, String template, String occasion) {
        PartnershipInfo partnership = partnership(onboarding);
        EmailAddress email = partnership.invitee().email();
        Optional<AccountInfo> account = accounts.find(email);
        // The supplier's name is in the letter; the invited company's clock tells its day.
        companies.readTogether(Stream.concat(Stream.of(onboarding.supplierId()), account.map(AccountInfo::companyId).stream()).toList());
        // A secret is issued only when the letter is really written.
        return letters.queue(letter(onboarding, template, occasion, email, partnership.invitee().name(),
                localeOf(account, onboarding), () -> Routes.with(Routes.JOIN, "invite", links.issue(onboarding.id())))
                .readBy(clock.of(account, onboarding.supplierId())).onBehalfOf(supplier(onboarding)));
    }

    private void toCompany(Onboarding onboarding, CompanyId company, String template, String occasion, String path) {
        for (AccountInfo account : accounts.ofCompany(company)) {
            letters.queue(letter(onboarding, template, occasion + "/" + account.id(), account.email(), account.name(),
                    account.locale(), () -> path).readBy(account.zone()).onBehalfOf(supplier(onboarding)));
        }
    }

    private void toInviter(Onboarding onboarding, String template) {
        toInviter(onboarding, template, Map.of());
    }

    /** Or to whoever is in charge once the inviter has left, at last to the company's own address. */
    private void toInviter(Onboarding onboarding, String template, Map<String, Object> more) {
        AccountInfo inviter = accounts.get(onboarding.invitedBy());
        CompanyInfo company = companies.get(onboarding.supplierId());
        Optional<AccountInfo> person = accounts.inCharge(company.id(), inviter.id());
        EmailAddress to = person.isPresent() ? person.get().email() : company.contactEmail();
        if (to == null) {
            return;
        }
        String name = person.map(AccountInfo::name)
                .orElseGet(() -> Objects.requireNonNullElse(company.contactName(), company.name()));
        // The company's address has no language of its own, and the clock is the company's anyhow.
        Letter letter = letter(onboarding, template, "supplier", to, name, person.orElse(inviter).locale(),
                () -> Routes.of(Routes.DISTRIBUTORS, onboarding.id()));
        letter.model().putAll(more);
        letters.queue(letter.withSubject(subject(letter.model())).readBy(inviter.zone()));
    }

    private Letter letter(Onboarding onboarding, String template, String occasion, EmailAddress to, String name,
            Locale locale, Supplier<String> path) {
        PartnershipInfo partnership = partnership(onboarding);
        Map<String, Object> model = new HashMap<>();
        model.put("name", name);
        model.put(SUPPLIER, companies.get(onboarding.supplierId()).name());
        model.put(DISTRIBUTOR, distributorName(onboarding, partnership));
        model.put("code", partnership.code().value());
        model.put("email", partnership.invitee().email());
        model.put("expiresOn", onboarding.expiresAt());
        model.put("otherCode", Optional.ofNullable(onboarding.joinedTo())
                .map(other -> partnerships.get(other).code().value()).orElse(""));
        model.put("reason", Objects.requireNonNullElse(onboarding.reason(), ""));
        model.put("link", (Supplier<String>) () -> operator.link(path.get()));
        return new Letter(template + "/" + onboarding.id() + "/" + occasion, template, to, locale,
                subject(model), model, onboarding.id().value());
    }

    private static Object[] subject(Map<String, Object> model) {
        return new Object[] {model.get(SUPPLIER), model.get(DISTRIBUTOR)};
    }

    /** With the inviter for what the company has not told. */
    private Contact supplier(Onboarding onboarding) {
        return accounts.contactOf(onboarding.supplierId(), onboarding.invitedBy());
    }

    private String distributorName(Onboarding onboarding, PartnershipInfo partnership) {
        CompanyId distributor = onboarding.distributorId();
        return distributor == null ? partnership.invitee().name() : companies.get(distributor).name();
    }

    private static Locale localeOf(Optional<AccountInfo> account, Onboarding onboarding) {
        return account.map(AccountInfo::locale).orElse(onboarding.locale());
    }

    private PartnershipInfo partnership(Onboarding onboarding) {
        return partnerships.get(onboarding.partnershipId());
    }
}
