package com.texchange.help.ui;

import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.PageHeader;
import com.texchange.help.Document;
import com.texchange.help.Guides;
import com.texchange.help.PageSections;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** «Руководство пользователя»: the guide of the person's role; {@code ?page=<route>} opens it at the section about a page. */
@Route(Routes.HELP)
@PermitAll
class HelpView extends Composite<Div> implements HasUrlParameter<String>, HasDynamicTitle {

    private static final String PAGE = "page";
    private final transient Guides guides;
    private final transient Actor actor;

    HelpView(Guides guides, CurrentActor currentActor) {
        this.guides = guides;
        this.actor = currentActor.get();
        getContent().addClassNames("page", "guide");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String role) {
        List<Role> readable = guides.readableBy(actor);
        Optional<String> section = event.getLocation().getQueryParameters().getSingleParameter(PAGE)
                .flatMap(PageSections::of);
        Role guide = role == null ? guideWith(section, readable) : named(role);
        if (readable.contains(guide)) {
            show(guide, readable, section, event.getLocation().getPathWithQueryParameters());
        } else {
            event.rerouteToError(new AccessDeniedException(), "");
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("help.title");
    }

    private Role named(String role) {
        return Arrays.stream(Role.values()).filter(known -> Guides.name(known).equals(role)).findFirst()
                .orElseThrow(() -> new NotFoundException("no guide for " + role));
    }

    /** The person's first guide that has the section; pages of several roles are explained to each in its own. */
    private Role guideWith(Optional<String> section, List<Role> readable) {
        return section.flatMap(id -> readable.stream().filter(role -> guides.of(role, getLocale()).sections().stream()
                .anyMatch(part -> part.id().equals(id))).findFirst()).or(() -> readable.stream().findFirst())
                .orElseThrow(() -> new NotFoundException("no guide for who has no role"));
    }

    private void show(Role role, List<Role> readable, Optional<String> section, String address) {
        Document guide = guides.of(role, getLocale());
        Article article = new Article(guide);
        Div body = new Div(contents(guide, address), article);
        body.addClassName("guide-body");
        getContent().removeAll();
        getContent().add(new PageHeader(getTranslation("help.title")));
        if (readable.size() > 1) {
            getContent().add(roles(role, readable));
        }
        getContent().add(body);
        section.ifPresent(article::goTo);
    }

    private Nav roles(Role shown, List<Role> readable) {
        UnorderedList list = new UnorderedList();
        readable.forEach(role -> {
            RouterLink link = new RouterLink(getTranslation("help.role." + role), HelpView.class, Guides.name(role));
            if (role == shown) {
                link.getElement().setAttribute("aria-current", "page");
            }
            list.add(new ListItem(link));
        });
        Nav nav = new Nav(list);
        nav.addClassName("guide-roles");
        nav.getElement().setAttribute("aria-label", getTranslation("help.roles"));
        return nav;
    }

    /** Links within the page that is open, whatever its address. */
    private Nav contents(Document guide, String address) {
        OrderedList list = new OrderedList();
        guide.sections().forEach(part -> {
            Anchor link = new Anchor(address + "#" + part.id(), part.title());
            link.getElement().setAttribute("router-ignore", true);
            list.add(new ListItem(link));
        });
        Nav nav = new Nav(list);
        nav.addClassName("guide-contents");
        nav.getElement().setAttribute("aria-label", getTranslation("help.contents"));
        return nav;
    }
}
