package com.texchange.licenses.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.LoadId;
import com.texchange.common.RefusedException;
import com.texchange.common.Routes;
import com.texchange.common.ui.BackLink;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.FilterAddress;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.SearchPicker;
import com.texchange.common.ui.WhyNot;
import com.texchange.licenses.LicenseLoad;
import com.texchange.licenses.LicenseLoad.State;
import com.texchange.licenses.LicenseLoading;
import com.texchange.licenses.LoadTally;
import com.texchange.licenses.RejectedLicenses;
import com.texchange.partners.CompanyInfo;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One load of licenses: how far it is, what becomes of each row, and, before it begins, for which distributor it is. */
@Route(Routes.LOAD_LICENSES + "/:" + LoadView.ID)
@RolesAllowed("SALES")
class LoadView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    static final String ID = "load";
    private final transient LicenseLoading loading;
    private final transient ChangeFeed feed;
    private final transient Actor actor;
    private final Paragraph people = new Paragraph();
    private final Span state = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final SearchPicker<CompanyInfo> distributor;
    private final Button load;
    private final SheetPreview preview;
    private final FilterAddress address;
    private @Nullable LoadId id;
    private @Nullable State shown;
    /** While it shows which distributor is chosen, none is chosen anew. */
    private boolean filling;

    LoadView(LicenseLoading loading, RejectedLicenses rejected, ChangeFeed feed, CurrentActor currentActor) {
        this.loading = loading;
        this.feed = feed;
        this.actor = currentActor.get();
        this.preview = new SheetPreview(loading, rejected, actor);
        this.address = preview.address();
        distributor = DistributorPicker.of(getTranslation("licenses.load.distributor"), loading, actor);
        distributor.addValueChangeListener(change -> choose());
        load = new Button(getTranslation("licenses.load.load"), click -> load());
        load.addThemeVariants(ButtonVariant.PRIMARY);
        state.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", getTranslation("licenses.load.progressBar"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        LoadId found = event.getRouteParameters().get(ID).flatMap(LoadView::parse).orElseThrow(NotFoundException::new);
        id = found;
        Div card = new Div(state, bar);
        card.addClassNames("card", "order-progress");
        LiveUpdates.follow(card, feed, change -> change.concerns(Change.Topic.LOADS, found.toString()), this::refresh);
        add(new BackLink(Routes.LOAD_LICENSES, getTranslation("licenses.load.title")), new PageHeader(getTranslation("licenses.load.one")), people, card, distributor, preview, load);
        address.read(event.getLocation().getQueryParameters());
        shown = null;
        fill(found);
        // Whoever has read that an owner is not registered registers it and comes back.
        loading.judgeAnew(found, actor);
        show(loading.find(found, actor).orElseThrow(NotFoundException::new));
    }

    private void fill(LoadId load) {
        filling = true;
        distributor.setValue(loading.chosen(load, actor).orElse(null));
        distributor.setInvalid(false);
        filling = false;
    }

    private static Optional<LoadId> parse(String id) {
        try {
            return Optional.of(LoadId.of(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void refresh() {
        if (id != null) {
            loading.find(id, actor).ifPresentOrElse(this::show, this::unreadable);
        }
    }

    /** What was taken for a table was none after all; or a colleague has thrown it away. */
    private void unreadable() {
        id = null;
        Notices.error(getTranslation("licenses.load.gone"));
        getUI().ifPresent(ui -> ui.navigate(Routes.LOAD_LICENSES));
    }

    private void show(LicenseLoad current) {
        people.setText(current.startedBy() == null
                ? getTranslation("licenses.load.checkedBy", current.checkedBy(), DateTimes.dateTime(current.checkedAt()))
                : getTranslation("licenses.load.startedBy", current.startedBy(), DateTimes.dateTime(current.startedAt()),
                        current.distributor()));
        boolean startable = current.state() == State.CHECKED;
        boolean underWay = current.state() == State.READING || current.state() == State.LOADING;
        LoadTally tally = current.state() == shown ? null : current.state() == State.READING ? null : preview.show(current);
        if (tally != null) {
            WhyNot.tell(load, tally.valid() > 0 ? null : getTranslation("licenses.load.whyNot"));
        }
        shown = current.state();
        state.setText(words(current));
        bar.setVisible(underWay);
        bar.setIndeterminate(current.state() == State.READING);
        bar.setMax(Math.max(1, current.lastLine()));
        bar.setValue(current.doneLine());
        distributor.setVisible(startable);
        load.setVisible(startable);
    }

    private String words(LicenseLoad current) {
        return switch (current.state()) {
            case LOADED -> getTranslation("licenses.load.done", current.loaded());
            case LOADING -> getTranslation("licenses.load.loading", current.loaded());
            case CHECKED -> getTranslation(distributor.getValue() == null ? "licenses.load.state.CHECKED" : "licenses.load.checkedFor");
            case READING, LOST -> getTranslation("licenses.load.state." + current.state());
        };
    }

    private void choose() {
        if (id == null || filling) {
            return;
        }
        if (distributor.getValue() != null) {
            try {
                loading.choose(id, distributor.getValue().id(), actor);
                shown = null;
            } catch (RefusedException refusal) {
                Notices.refused(refusal);
            }
        }
        refresh();
    }

    private void load() {
        if (id == null || distributor.getValue() == null) {
            distributor.setInvalid(true);
            distributor.focus();
            return;
        }
        try {
            loading.start(id, distributor.getValue().id(), actor);
        } catch (RefusedException refusal) {
            Notices.refused(refusal);
        }
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("licenses.load.one");
    }
}
