package com.texchange.grants.ui;

import static com.texchange.grants.ui.GrantWords.text;

import com.texchange.common.CleanText;
import com.texchange.common.ui.DayPicker;
import com.texchange.common.ui.LengthLimit;
import com.texchange.common.ui.TypedForm;
import com.texchange.grants.GrantTerms;
import com.texchange.grants.GrantedAct;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which acts, until when and why: of a grant or of a request for one. */
class GrantTermsFields extends Composite<Div> {

    private static final int MOST_YEARS = 10;

    private final CheckboxGroup<GrantedAct> acts = new CheckboxGroup<>(text("grants.acts"));
    private final DayPicker lastDay = new DayPicker(text("grants.lastDay"));
    private final TextField reason = new TextField(text("grants.reason"));
    private final ZoneId zone;
    private final TypedForm typed;

    /**
     * @param zone the distributor's, by whose clock the last day ends
     * @param own  whether the person is the distributor's
     */
    GrantTermsFields(ZoneId zone, boolean own) {
        this.zone = zone;
        LocalDate today = LocalDate.now(zone);
        acts.setItems(GrantedAct.values());
        acts.setItemLabelGenerator(act -> text("grants.act." + act));
        acts.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        acts.addValueChangeListener(change -> acts.setInvalid(false));
        acts.setErrorMessage(text("grants.noAct"));
        lastDay.setHelperText(text(own ? "grants.lastDay.hint.own" : "grants.lastDay.hint"));
        lastDay.setMin(today);
        lastDay.setMax(today.plusYears(MOST_YEARS));
        reason.setWidthFull();
        getContent().addClassName("grant-terms");
        getContent().add(acts, lastDay, reason);
        typed = new TypedForm(this, acts, lastDay, reason);
    }

    GrantTermsFields show(Collection<GrantedAct> chosen, @Nullable Instant endsAt, @Nullable String why) {
        acts.setValue(Set.copyOf(chosen));
        lastDay.setValue(endsAt == null ? null : LocalDate.ofInstant(endsAt, zone));
        reason.setValue(why == null ? "" : why);
        return this;
    }

    /** They are decided upon: nothing is lost when the page goes on. */
    void settled() {
        typed.settled();
    }

    void readOnly() {
        acts.setReadOnly(true);
        lastDay.setReadOnly(true);
        reason.setReadOnly(true);
    }

    /** Empty if something is missing or wrong: then the field says so and has the focus. */
    Optional<GrantTerms> read() {
        if (acts.isEmpty()) {
            acts.setInvalid(true);
            acts.getChildren().findFirst().ifPresent(box -> {
                if (box instanceof Focusable<?> first) {
                    first.focus();
                }
            });
            return Optional.empty();
        }
        if (lastDay.isInvalid()) {
            lastDay.focus();
            return Optional.empty();
        }
        if (!LengthLimit.isKept(reason, GrantTerms.MAX_REASON)) {
            return Optional.empty();
        }
        return Optional.of(new GrantTerms(acts.getValue(), lastDay.getValue(), CleanText.line(reason.getValue())));
    }
}
