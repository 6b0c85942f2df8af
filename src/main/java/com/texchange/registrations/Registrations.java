package com.texchange.registrations;

import com.texchange.accounts.Accounts;
import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditTrail;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.common.SingleLine;
import com.texchange.process.EngineCommands;
import com.texchange.process.ProcessMessage;
import com.texchange.process.ProcessOwner;
import com.texchange.process.ProcessSubject;
import com.texchange.process.ProcessVariables;
import com.texchange.registrations.RegistrationInfo.State;
import com.texchange.tasks.Tasks;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** Requests to be registered, and the sales department's decisions on them. */
@Service
@Validated
@Transactional
public class Registrations implements ProcessOwner {

    /** Id of the sales department's user task. */
    static final String TASK = "Task_RegisterDistributor";
    private static final Set<State> UNDER_WAY = EnumSet.of(State.REQUESTED, State.APPROVED);

    private final RegistrationRepository repository;
    private final AccountOpening accountOpening;
    private final Accounts accounts;
    private final Tasks tasks;
    private final EngineCommands engine;
    private final RegistrationTerms terms;
    private final Clock clock;
    private final AuditTrail audit;

    Registrations(RegistrationRepository repository, AccountOpening accountOpening, Accounts accounts, Tasks tasks,
            EngineCommands engine, RegistrationTerms terms, Clock clock, AuditTrail audit) {
        this.repository = repository;
        this.accountOpening = accountOpening;
        this.accounts = accounts;
        this.tasks = tasks;
        this.engine = engine;
        this.terms = terms;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * A newcomer who came without an invitation, and whose address is confirmed; starts a process of its own.
     *
     * @see RegistrationWishes
     * @throws RefusedException if the address has an account of that kind or the operator's, or another request of its is
     *     being looked at
     */
    public RegistrationId request(@Valid RegistrationRequest request, Locale locale) {
        EmailAddress email = new EmailAddress(request.email());
        refuseKnown(email, request.kind());
        if (underWay(email).isPresent()) {
            throw new RefusedException("registrations.refused.alreadyRequested");
        }
        RegistrationId id = saveFirst(request, locale);
        RegistrationInfo registration = get(id);
        engine.publish(start(registration));
        audit.record(RegistrationTrail.requested(registration));
        return id;
    }

    private ProcessMessage start(RegistrationInfo registration) {
        String id = registration.id().toString();
        Map<String, Object> variables = new HashMap<>();
        variables.put("registrationId", id);
        variables.put("registrationDue", terms.due().toString());
        variables.put("registrationDueAt", dueAt().toString());
        boolean supplier = registration.kind() == Applicant.SUPPLIER;
        variables.put(supplier ? ProcessVariables.SUPPLIER_NAME : ProcessVariables.DISTRIBUTOR_NAME, registration.openName());
        return new ProcessMessage("registration-requested", id, id, variables);
    }

    /** Until when the sales department decides what is requested now, by its own clock: of its task, and of the reminder. */
    public Instant dueAt() {
        return terms.dueAt();
    }

    @Override
    public ProcessSubject.Kind kind() {
        return ProcessSubject.Kind.REGISTRATION;
    }

    /** The requests without an invitation that are not settled; the others belong to an onboarding's process. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> underWay(UUID after, int limit) {
        return repository.findByOnboardingIdIsNullAndStateInAndIdGreaterThanOrderById(UNDER_WAY,
                new RegistrationId(after), Limit.of(limit)).stream()
                .map(registration -> registration.info().id().value()).toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void beginLost(UUID subject) {
        repository.findById(new RegistrationId(subject)).map(Registration::info)
                .filter(info -> info.onboardingId() == null && UNDER_WAY.contains(info.state()))
                .ifPresent(info -> engine.begin(start(info)));
    }

    /** The last request that came by an invitation. */
    @Transactional(readOnly = true)
    public Optional<RegistrationId> latestFor(OnboardingId onboarding) {
        return repository.findFirstByOnboardingIdOrderByRequestedAtDesc(onboarding)
                .map(registration -> registration.info().id());
    }

    /**
     * A newcomer who came by an invitation; the caller's process takes it from here.
     *
     * @throws RefusedException if the address has a distributor's or the operator's account
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public RegistrationId requestFor(OnboardingId onboarding, @Valid RegistrationRequest request, Locale locale) {
        refuseKnown(new EmailAddress(request.email()), request.kind());
        return save(request, onboarding, locale);
    }

    private void refuseKnown(EmailAddress email, Applicant kind) {
        if (isKnown(email, kind)) {
            throw new RefusedException("registrations.refused.hasAccount", email.value());
        }
    }

    /** A supplier's person may ask to become a distributor's too, and the other way round; the operator's people may not. */
    boolean isKnown(EmailAddress email, Applicant kind) {
        return accounts.find(email)
                .filter(account -> account.companyId() == null || account.roles().contains(kind.role())).isPresent();
    }

    /** The request without an invitation that the address has under way. */
    Optional<RegistrationInfo> underWay(EmailAddress email) {
        return repository.findFirstByEmailAndOnboardingIdIsNullAndStateIn(email, UNDER_WAY).map(Registration::info);
    }

    static RefusedException damagedLink() {
        return new RefusedException("registrations.refused.damagedLink");
    }

    /** Of two requests at the same moment the database lets one through. */
    private RegistrationId saveFirst(RegistrationRequest request, Locale locale) {
        try {
            return save(request, null, locale);
        } catch (DuplicateKeyException e) {
            throw new RefusedException("registrations.refused.alreadyRequested");
        }
    }

    private RegistrationId save(RegistrationRequest request, @Nullable OnboardingId onboarding, Locale locale) {
        return repository.save(Registration.of(request, onboarding, locale, clock.instant())).info().id();
    }

    /** @throws java.util.NoSuchElementException if there is none */
    @Transactional(readOnly = true)
    public RegistrationInfo get(RegistrationId id) {
        return repository.findById(id).orElseThrow().info();
    }

    /**
     * The sales department registers the company, offered as a task yet or not; its account is opened by the process, which asks a
     * company that is known first.
     *
     * @throws RefusedException if the company is known and cannot be asked, since the process is of an earlier version
     */
    public void approve(RegistrationId id, Actor actor) {
        actor.require(Role.SALES);
        Registration registration = undecided(id, actor);
        accountOpening.requireAskable(registration);
        registration.approve(actor.id(), clock.instant());
        decided(registration, actor, true);
    }

    /** The sales department turns the request down; the reason goes into the letter. */
    public void reject(RegistrationId id, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor actor) {
        actor.require(Role.SALES);
        Registration registration = undecided(id, actor);
        registration.reject(reason.strip(), actor.id(), clock.instant());
        decided(registration, actor, false);
    }

    private void decided(Registration registration, Actor actor, boolean approved) {
        RegistrationId id = repository.save(registration).info().id();
        audit.record(RegistrationTrail.of(approved ? AuditKind.REGISTRATION_APPROVED : AuditKind.REGISTRATION_REJECTED, registration, actor));
        tasks.submitIfOffered(TASK, id.value(), actor, Map.of("approved", approved));
    }

    /**
     * The invitation behind a request has ended early. A request that nobody has decided, or whose company has not answered, is
     * closed; one that the sales department has already approved still gets its account, so that their decision is not lost.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void closeFor(OnboardingId onboarding) {
        repository.findByOnboardingIdAndStateIn(onboarding, UNDER_WAY).ifPresent(registration -> {
            boolean opened = registration.state() == State.APPROVED && accountOpening.openUnlessToAsk(registration.info().id());
            if (!opened) {
                registration.close();
                repository.save(registration);
            }
        });
    }

    /** Why the sales department has rejected the newcomer of an onboarding; null if it has not. */
    @Transactional(readOnly = true)
    public @Nullable String rejectionReason(OnboardingId onboarding) {
        return repository.findFirstByOnboardingIdAndStateOrderByRequestedAtDesc(onboarding, State.REJECTED)
                .map(registration -> registration.info().reason())
                .orElse(null);
    }

    /** A colleague may have been faster: who comes second learns who it was. */
    private Registration undecided(RegistrationId id, Actor actor) {
        Registration registration = locked(id);
        tasks.refuseIfDone(TASK, id.value(), actor.companyId());
        return registration;
    }

    private Registration locked(RegistrationId id) {
        return repository.findLockedById(id).orElseThrow();
    }
}
