package com.texchange.grants.ui;

import static com.texchange.grants.ui.GrantWords.text;

import com.texchange.common.FullStops;
import com.texchange.grants.GrantInfo;
import com.texchange.grants.GrantVersion;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was allowed when a form about it was opened. If a colleague changes that meanwhile, the form is refused, keeps what was
 * typed, and says here what is allowed now; the next attempt replaces just that.
 */
class SeenGrant extends Paragraph {

    private final transient Supplier<Optional<GrantInfo>> now;
    private transient GrantVersion version;

    /** @param seen what the form shows, and @param now what is in force now */
    SeenGrant(Optional<GrantInfo> seen, Supplier<Optional<GrantInfo>> now) {
        this.now = now;
        version = version(seen);
        addClassName("warning");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    GrantVersion version() {
        return version;
    }

    void lookAgain() {
        Optional<GrantInfo> grant = now.get();
        version = version(grant);
        setText(FullStops.follow(grant.map(SeenGrant::told).orElseGet(() -> text("grants.meanwhile.none")),
                text("grants.meanwhile.again")));
        setVisible(true);
    }

    private static String told(GrantInfo grant) {
        String allowed = text("grants.meanwhile", GrantWords.acts(grant.acts()), GrantWords.end(grant.endsAt()));
        return grant.reason() == null ? allowed : FullStops.follow(allowed, text("grants.told.reason", grant.reason()));
    }

    private static GrantVersion version(Optional<GrantInfo> grant) {
        return grant.map(GrantInfo::version).orElse(GrantVersion.NONE);
    }
}
