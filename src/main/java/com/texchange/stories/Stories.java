package com.texchange.stories;

import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.connections.RefusedConnections;
import com.texchange.mail.Delivery;
import com.texchange.onboarding.Activities;
import com.texchange.onboarding.Activity;
import com.texchange.onboarding.ActivityKind;
import com.texchange.onboarding.OnboardingProperties;
import com.texchange.onboarding.OnboardingTasks;
import com.texchange.onboarding.Stage;
import com.texchange.registrations.Confirmations;
import com.texchange.registrations.Registrations;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.UserTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the story of an onboarding to those whom it concerns: its supplier, its distributor once that is known, the sales
 * department where it came to a registration, process managers. {@link Visibility} and {@link StoryLetters} decide how much
 * each of them reads.
 */
@Service
@Transactional(readOnly = true)
public class Stories {

    /** Id of the sales department's user task. */
    private static final String REGISTER_TASK = "Task_RegisterDistributor";
    private static final Set<String> REMINDERS = Set.of("invitation-reminder", "accept-reminder");
    private static final String CONNECT_REMINDER = "connect-reminder";
    /** Letters of a click are written within it. One of the timer's in it is taken for theirs, as one that came on time. */
    private static final Duration OF_ONE_CLICK = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Activities activities;
    private final StoryDeliveries deliveries;
    private final Registrations registrations;
    private final Accounts accounts;
    private final Tasks tasks;
    private final OnboardingProperties properties;
    private final Clock clock;

    Stories(JdbcClient jdbc, Activities activities, StoryDeliveries deliveries, Registrations registrations, Accounts accounts,
            Tasks tasks, OnboardingProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.activities = activities;
        this.deliveries = deliveries;
        this.registrations = registrations;
        this.accounts = accounts;
        this.tasks = tasks;
        this.properties = properties;
        this.clock = clock;
    }

    /** Empty for an onboarding that the person may not see, as for one that does not exist. */
    public Optional<Story> find(OnboardingId id, Actor actor) {
        return StoryFacts.find(id, jdbc).flatMap(facts -> {
            Optional<RegistrationId> registration = registrations.latestFor(id);
            return viewpoint(facts, registration.isPresent(), actor)
                    .map(viewpoint -> tell(facts, registration.orElse(null), viewpoint, actor));
        });
    }

    static Optional<Viewpoint> viewpoint(StoryFacts facts, boolean registered, Actor actor) {
        CompanyId company = actor.companyId();
        if (actor.has(Role.PROCESS_MANAGER)) {
            return Optional.of(Viewpoint.PROCESS_MANAGER);
        }
        if (actor.has(Role.SUPPLIER) && facts.supplierId().equals(company)) {
            return Optional.of(Viewpoint.SUPPLIER);
        }
        if (actor.has(Role.DISTRIBUTOR) && company != null && company.equals(facts.distributorId())) {
            return Optional.of(Viewpoint.DISTRIBUTOR);
        }
        return actor.has(Role.SALES) && registered ? Optional.of(Viewpoint.SALES) : Optional.empty();
    }

    private Story tell(StoryFacts facts, @Nullable RegistrationId registration, Viewpoint viewpoint, Actor actor) {
        List<Delivery> sent = deliveries.of(facts.id(), registration, viewpoint);
        List<StoryLine> lines = lines(facts, sent, viewpoint, actor);
        Optional<UserTask> task = openTask(facts, registration);
        boolean manager = viewpoint == Viewpoint.PROCESS_MANAGER;
        return new Story(facts.id(), viewpoint, facts.supplierId(), facts.supplier(), facts.distributorId(),
                facts.distributor(), facts.code(), facts.stage(), facts.stageSince(),
                viewpoint == Viewpoint.SALES && facts.stage() != Stage.REJECTED ? null : facts.reason(),
                facts.orderId() != null,
                task.map(open -> Story.OpenTask.of(open, manager || isOwn(open, actor))).orElse(null),
                milestones(facts, sent, lines, task.orElse(null), viewpoint), lines,
                facts.stage() == Stage.INVITED && Delivery.State.FAILED.name().equals(facts.letterState()),
                manager ? facts.processInstanceKey() : null);
    }

    private static boolean isOwn(UserTask task, Actor actor) {
        return task.candidateGroups().stream().anyMatch(actor.groups()::contains);
    }

    private List<StoryLine> lines(StoryFacts facts, List<Delivery> letters, Viewpoint viewpoint, Actor actor) {
        List<StoryStep> steps = activities.of(facts.id()).stream()
                .filter(activity -> Visibility.of(activity.kind(), viewpoint) != Visibility.HIDDEN)
                .map(activity -> line(activity, viewpoint)).toList();
        return StoryOrder.of(steps, new StoryLetters(viewpoint, SentLetters.colleagues(actor, accounts), facts.invited())
                .lines(letters));
    }

    private static StoryStep line(Activity activity, Viewpoint viewpoint) {
        List<String> arguments = new ArrayList<>();
        Visibility visibility = Visibility.of(activity, viewpoint);
        String person = activity.actorName();
        arguments.add(visibility == Visibility.FULL && person != null ? person : "");
        arguments.addAll(visibility == Visibility.BRIEF ? List.of() : activity.arguments());
        return new StoryStep(activity.at(), Visibility.by(activity), activity.kind(), visibility.key(activity),
                arguments);
    }

    private Optional<UserTask> openTask(StoryFacts facts, @Nullable RegistrationId registration) {
        return switch (facts.stage()) {
            case REGISTERING -> registration == null ? Optional.empty()
                    : tasks.findOpen(REGISTER_TASK, registration.value())
                            .or(() -> tasks.findOpen(Confirmations.TASK, registration.value()));
            case ACCEPTING -> tasks.findOpen(OnboardingTasks.ACCEPT, facts.id().value());
            case CONNECTING -> facts.orderId() == null
                    ? tasks.findOpen(OnboardingTasks.CONNECT, facts.id().value())
                    : tasks.findOpen(RefusedConnections.TASK, facts.orderId().value());
            default -> Optional.empty();
        };
    }

    private List<Milestone> milestones(StoryFacts facts, List<Delivery> letters, List<StoryLine> lines,
            @Nullable UserTask task, Viewpoint viewpoint) {
        boolean connecting = facts.stage() == Stage.CONNECTING;
        Instant since = !connecting ? facts.invitedAt() : task == null ? facts.stageSince() : task.createdAt();
        List<Instant> byHand = lines.stream().filter(line -> line instanceof StoryStep step && step.kind() == ActivityKind.REMINDED)
                .map(StoryLine::at).toList();
        List<Instant> reminded = letters.stream()
                .filter(delivery -> connecting ? delivery.template().equals(CONNECT_REMINDER)
                        : REMINDERS.contains(delivery.template()))
                .map(Delivery::queuedAt).filter(written -> byHand.stream().noneMatch(click -> isSentBy(click, written))).toList();
        Instant retry = lines.stream().filter(StoryLetter.class::isInstance).map(StoryLetter.class::cast)
                .filter(StoryLetter::isLate).map(StoryLetter::nextAttemptAt).filter(next -> next != null)
                .min(Comparator.naturalOrder()).orElse(null);
        return new MilestoneForecast(properties, clock.instant())
                .of(new MilestoneForecast.Situation(facts.stage(), since, reminded, facts.expiresAt(), facts.orderId() != null,
                        task == null ? null : task.dueAt(), retry)).stream()
                .filter(milestone -> concerns(milestone, task, viewpoint))
                .toList();
    }

    /** What somebody sends by hand does not move the process' timer: its own reminders come when they would have come. */
    private static boolean isSentBy(Instant click, Instant written) {
        return Duration.between(click, written).abs().compareTo(OF_ONE_CLICK) < 0;
    }

    /** The process reminds the sales department of a request that is late, not of a company that does not answer. */
    private static boolean concerns(Milestone milestone, @Nullable UserTask task, Viewpoint viewpoint) {
        return switch (milestone.kind()) {
            case ESCALATION -> task != null && task.elementId().equals(REGISTER_TASK)
                    && (viewpoint == Viewpoint.SALES || viewpoint == Viewpoint.PROCESS_MANAGER);
            case REMINDER -> viewpoint != Viewpoint.SALES;
            case LETTER_RETRY, DUE, EXPIRY -> true;
        };
    }
}
