package com.texchange.onboarding;

import static com.texchange.onboarding.OnboardingMessages.again;

import com.texchange.common.OnboardingId;
import com.texchange.partners.Partnerships;
import com.texchange.process.EngineCommands;
import com.texchange.process.ProcessOwner;
import com.texchange.process.ProcessSubject;
import com.texchange.registrations.Registrations;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The processes of onboardings that have not come to their end. A process that is begun anew runs through what has been
 * done, without doing it again, and stops where the onboarding stands: each step knows by the stage and its letters
 * whether it has had its effect, and a task whose decision is made is answered when it is offered.
 */
@Component
class OnboardingProcesses implements ProcessOwner {

    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private final OnboardingRepository repository;
    private final Partnerships partnerships;
    private final Registrations registrations;
    private final OnboardingMessages messages;
    private final ProcessInstances instances;
    private final EngineCommands engine;
    private final JdbcClient jdbc;
    private final Clock clock;

    OnboardingProcesses(OnboardingRepository repository, Partnerships partnerships, Registrations registrations,
            OnboardingMessages messages, ProcessInstances instances, EngineCommands engine, JdbcClient jdbc, Clock clock) {
        this.repository = repository;
        this.partnerships = partnerships;
        this.registrations = registrations;
        this.messages = messages;
        this.instances = instances;
        this.engine = engine;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public ProcessSubject.Kind kind() {
        return ProcessSubject.Kind.ONBOARDING;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> underWay(UUID after, int limit) {
        return jdbc.sql("select id from onboarding where process_ended_at is null and id > ? order by id limit ?")
                .params(after, limit).query(UUID.class).list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void beginLost(UUID subject) {
        repository.findLockedById(new OnboardingId(subject)).filter(onboarding -> !onboarding.isProcessEnded())
                .ifPresent(this::begin);
    }

    /** Commands about one onboarding reach the engine in this order. */
    private void begin(Onboarding onboarding) {
        engine.begin(messages.start(onboarding, partnerships.get(onboarding.partnershipId())));
        tell(onboarding);
    }

    @Override
    @Transactional
    public void tellAgain(UUID subject) {
        repository.findById(new OnboardingId(subject)).ifPresent(this::tellAgain);
    }

    /** Its process instance has taken its first step, possibly late: what it may have missed it is told again. */
    @Transactional(propagation = Propagation.MANDATORY)
    void begun(Onboarding onboarding, long processInstanceKey) {
        instances.note(onboarding.id(), processInstanceKey);
        tellAgain(onboarding);
    }

    private void tellAgain(Onboarding onboarding) {
        if (!onboarding.isProcessEnded()) {
            tell(onboarding);
        }
    }

    private void tell(Onboarding onboarding) {
        if (onboarding.distributorId() != null) {
            engine.publish(again(messages.followed(onboarding, null)));
        } else if (onboarding.stage() != Stage.INVITED) {
            registrations.latestFor(onboarding.id()).ifPresent(
                    registration -> engine.publish(again(messages.followed(onboarding, registration))));
        }
        if (isToldAsRevoked(onboarding.stage())) {
            engine.publish(again(messages.revoked(onboarding)));
        }
    }

    /** What has happened just now may still be on its way to the engine, and from there to its search. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, Set<String>> told(Collection<UUID> subjects) {
        return jdbc.sql("""
                select id, stage from onboarding
                where id = any(:ids::uuid[]) and stage <> 'INVITED' and stage_since < :settled
                """)
                .param("ids", subjects.stream().map(UUID::toString).toArray(String[]::new))
                .param("settled", clock.instant().minus(ON_ITS_WAY).atOffset(ZoneOffset.UTC))
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), told(Stage.valueOf(row.getString("stage")))))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<String> told(Stage stage) {
        return isToldAsRevoked(stage) ? Set.of(OnboardingMessages.REVOKED) : Set.of(OnboardingMessages.FOLLOWED);
    }

    private static boolean isToldAsRevoked(Stage stage) {
        return stage == Stage.REVOKED || stage == Stage.JOINED;
    }
}
