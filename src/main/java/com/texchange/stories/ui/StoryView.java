package com.texchange.stories.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.BackLink;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.EmptyState;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.onboarding.ui.OnboardingLinks;
import com.texchange.onboarding.ui.StageBadge;
import com.texchange.process.OperateLinks;
import com.texchange.process.ProcessDrawings;
import com.texchange.stories.SentLetters;
import com.texchange.stories.Stories;
import com.texchange.stories.Story;
import com.texchange.stories.StoryPaths;
import com.texchange.stories.Viewpoint;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The story of one onboarding, for everyone whom it concerns, each in the words and the detail that they may see. */
@Route(Routes.STORY)
@RolesAllowed({"SUPPLIER", "DISTRIBUTOR", "SALES", "PROCESS_MANAGER"})
class StoryView extends Composite<Div> implements HasUrlParameter<String>, HasDynamicTitle {

    private final transient Stories stories;
    private final transient SentLetters letters;
    private final transient OperateLinks operate;
    private final transient Actor actor;
    private final Div head = new Div();
    private final Section next = new Section();
    private final Section past = new Section();
    private final Div progress = new Div();
    /** For process managers. */
    private final @Nullable PathSection path;
    private final transient @Nullable PathReader reader;
    private transient @Nullable Story story;

    StoryView(Stories stories, SentLetters letters, StoryPaths paths, ProcessDrawings drawings, OperateLinks operate, ChangeFeed feed,
            CurrentActor currentActor) {
        this.stories = stories;
        this.letters = letters;
        this.operate = operate;
        this.actor = currentActor.get();
        PathSection diagram = actor.has(Role.PROCESS_MANAGER) ? new PathSection(drawings, getLocale()) : null;
        this.path = diagram;
        this.reader = diagram == null ? null : new PathReader(this, paths, actor, diagram::show);
        head.addClassName("story-head");
        next.addClassNames("card", "story-card", "story-next");
        past.addClassNames("card", "story-card", "story-past");
        getContent().addClassNames("page", "story-page");
        getContent().add(head, progress, next);
        if (diagram != null) {
            getContent().add(diagram);
        }
        getContent().add(past);
        LiveUpdates.follow(this, feed, this::concerns, this::refresh);
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        OnboardingId id = OnboardingLinks.parse(parameter);
        Story found = id == null ? null : stories.find(id, actor).orElse(null);
        if (found == null) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        if (path != null) {
            path.expect(StoryPaths.byStage(found));
        }
        show(found);
    }

    private boolean concerns(Change change) {
        Story shown = story;
        return shown != null && shown.isConcernedBy(change);
    }

    private void refresh() {
        Story shown = story;
        if (shown != null) {
            stories.find(shown.id(), actor).ifPresentOrElse(this::show, this::showUnknown);
        }
    }

    /** The right to see it has ended while it was open. */
    private void showUnknown() {
        story = null;
        getContent().removeAll();
        getContent().add(EmptyState.unknown());
    }

    private void show(Story current) {
        if (!current.equals(story)) {
            story = current;
            head.removeAll();
            head.add(back(current), title(current), facts(current));
            progress.removeAll();
            progress.add(new ProgressSteps(current));
            next.removeAll();
            next.add(new H2(getTranslation(current.stage().isUnderWay()
                    ? "stories.now.title" : "stories.now.over")), new NextSteps(current));
            past.removeAll();
            past.add(new H2(getTranslation("overview.story")), new StoryTimeline(current.lines(), letter -> open(current.id(), letter)));
        }
        if (reader != null) {
            reader.read(current.id());
        }
    }

    /** It may have been forgotten since the page was shown. */
    private void open(OnboardingId id, UUID letter) {
        letters.open(id, letter, actor).ifPresentOrElse(copy -> new LetterDialog(copy).open(),
                () -> Notices.error(getTranslation("stories.letter.gone")));
    }

    private Component back(Story shown) {
        return switch (shown.viewpoint()) {
            case SUPPLIER -> new BackLink(Routes.of(Routes.DISTRIBUTORS, shown.id()),
                    getTranslation("overview.distributors.title"));
            case DISTRIBUTOR -> new BackLink(Routes.of(Routes.SUPPLIERS, shown.id()),
                    getTranslation("onboarding.suppliers.title"));
            case SALES -> new BackLink(Routes.TASKS, getTranslation("tasks.title"));
            case PROCESS_MANAGER -> new BackLink(Routes.of(Routes.ONBOARDINGS, shown.id()), getTranslation("overview.all.title"));
        };
    }

    private Component title(Story shown) {
        return new PageHeader(partner(shown), badge(shown));
    }

    /** From the reader's side. */
    private static Component badge(Story shown) {
        return switch (shown.viewpoint()) {
            case DISTRIBUTOR -> shown.decidesOnRefused() ? StageBadge.yourDecision()
                    : StageBadge.forDistributor(shown.stage(), shown.ordered());
            case SALES -> shown.isReadersTurn() && !shown.asksCompany() ? StageBadge.yourDecision() : StageBadge.of(shown.stage());
            default -> StageBadge.of(shown.stage());
        };
    }

    private Component facts(Story shown) {
        boolean outside = shown.viewpoint() != Viewpoint.SUPPLIER && shown.viewpoint() != Viewpoint.DISTRIBUTOR;
        DescriptionList facts = new DescriptionList()
                .add(getTranslation("onboarding.supplier"), outside ? shown.supplier() : null)
                .add(getTranslation("onboarding.code"), shown.code().value())
                .add(getTranslation("stories.since"), DateTimes.dateTime(shown.stageSince()))
                .add(getTranslation("onboarding.reason"), shown.reason());
        Long key = shown.processInstanceKey();
        if (key != null) {
            facts.add(getTranslation("stories.instance"), instance(key));
        }
        return facts;
    }

    private Component instance(long key) {
        Span instance = new Span(new Span(String.valueOf(key)));
        instance.addClassName("story-instance");
        operate.processInstance(key).ifPresent(address -> {
            Anchor link = new Anchor(address, getTranslation("stories.openInOperate"), AnchorTarget.BLANK);
            link.getElement().setAttribute("rel", "noopener noreferrer");
            link.add(VaadinIcon.EXTERNAL_LINK.create());
            instance.add(link);
        });
        return instance;
    }

    private static String partner(Story shown) {
        return shown.viewpoint() == Viewpoint.DISTRIBUTOR ? shown.supplier() : shown.distributor();
    }

    @Override
    public String getPageTitle() {
        Story shown = story;
        return shown == null ? getTranslation("stories.title")
                : getTranslation("onboarding.story.titleOf", partner(shown));
    }
}
