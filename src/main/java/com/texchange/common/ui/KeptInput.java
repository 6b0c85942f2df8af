package com.texchange.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person has typed into a page, and chosen in its forms, survives that the page is built again in another language. Fields are found again by
 * their order, so the same page must have the same ones; passwords are not kept. What nobody touched in a form is not put back: it
 * may be something else by then, as the language that was just chosen.
 */
public final class KeptInput {

    private KeptInput() {
    }

    /** What was typed into a page that a person has to leave. */
    public interface Left {
    }

    /** @param values of the fields; null where nobody typed */
    private record Kept(String page, List<String> fields, List<@Nullable Typed> values) implements Left, Serializable {
    }

    private record Typed(@Nullable Object value) implements Serializable {
    }

    /** Says of a form's field that a person has typed into it. */
    private record Touched(boolean now) {
    }

    private record Restoring() {
    }

    /** To be called before a page is loaded again. */
    public static void keep(UI ui) {
        ui.getSession().setAttribute(Kept.class, kept(ui));
    }

    private static Kept kept(UI ui) {
        List<HasValue<?, Object>> fields = fields(ui);
        List<@Nullable Typed> values = new ArrayList<>();
        fields.forEach(field -> values.add(isTouched(field) ? new Typed(field.getValue()) : null));
        return new Kept(page(ui), kinds(fields), values);
    }

    /** What is typed there, for {@link #bring} in another session; empty if nothing is. */
    public static Optional<Left> leave(UI ui) {
        return fields(ui).stream().noneMatch(field -> isTouched(field) && !field.isEmpty()) ? Optional.empty() : Optional.of(kept(ui));
    }

    /** Puts it back when the session shows that page. */
    public static void bring(Left left, VaadinSession session) {
        session.setAttribute(Kept.class, (Kept) left);
    }

    /** Puts back what was kept, once, when the page is shown. */
    public static void restoreOn(UI ui) {
        ui.addAfterNavigationListener(shown -> restore(ui));
    }

    private static void restore(UI ui) {
        VaadinSession session = ui.getSession();
        Kept kept = session.getAttribute(Kept.class);
        if (kept == null || !kept.page().equals(page(ui))) {
            return;
        }
        session.setAttribute(Kept.class, null);
        List<HasValue<?, Object>> fields = fields(ui);
        if (!kinds(fields).equals(kept.fields())) {
            return;
        }
        ComponentUtil.setData(ui, Restoring.class, new Restoring());
        try {
            fill(fields, kept.values());
        } finally {
            ComponentUtil.setData(ui, Restoring.class, null);
        }
    }

    private static void fill(List<HasValue<?, Object>> fields, List<@Nullable Typed> values) {
        for (int i = 0; i < fields.size(); i++) {
            HasValue<?, Object> field = fields.get(i);
            Typed typed = values.get(i);
            if (typed != null && !field.isReadOnly() && !Objects.equals(typed.value(), field.getValue())) {
                field.setValue(typed.value());
            }
        }
    }

    /** Whether a field has what a person typed, now or before the page was built again. */
    static boolean isTyped(HasValue.ValueChangeEvent<?> change) {
        return change.isFromClient() || ComponentUtil.getData(UI.getCurrent(), Restoring.class) != null;
    }

    /** Hears whether a person types into a field of a form. */
    static void follow(Component field) {
        if (field instanceof HasValue<?, ?> input && ComponentUtil.getData(field, Touched.class) == null) {
            ComponentUtil.setData(field, Touched.class, new Touched(false));
            input.addValueChangeListener(change -> {
                if (isTyped(change)) {
                    ComponentUtil.setData(field, Touched.class, new Touched(true));
                }
            });
        }
    }

    /** What was typed into the field is saved, or no longer wanted. */
    static void settle(HasValue<?, ?> field) {
        if (field instanceof Component component && UnsavedInput.isMarked(component)) {
            ComponentUtil.setData(component, Touched.class, new Touched(false));
        }
    }

    /** A field outside of forms, as a search, is not followed: what stands in it was typed. */
    private static boolean isTouched(HasValue<?, ?> field) {
        Touched touched = ComponentUtil.getData((Component) field, Touched.class);
        return touched == null || touched.now();
    }

    /** Without parameters: a page may write into its address what it shows. */
    private static String page(UI ui) {
        return ui.getInternals().getActiveViewLocation().getPath();
    }

    private static List<String> kinds(List<HasValue<?, Object>> fields) {
        return fields.stream().map(field -> field.getClass().getName()).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<HasValue<?, Object>> fields(UI ui) {
        return withChildren(ui).filter(KeptInput::isKept).<HasValue<?, Object>>map(component -> (HasValue<?, Object>) component).toList();
    }

    /** What a picker offers is read anew. */
    private static boolean isKept(Component component) {
        return component instanceof HasValue<?, ?> && !(component instanceof PasswordField)
                && (component instanceof TextFieldBase<?, ?>
                || UnsavedInput.isMarked(component) && !(component instanceof ComboBox<?>));
    }

    private static Stream<Component> withChildren(Component component) {
        // The details beside a list are not among its children.
        Stream<Component> details = component instanceof MasterDetailLayout list ? Stream.ofNullable(list.getDetail()) : Stream.empty();
        return Stream.concat(Stream.of(component),
                Stream.concat(component.getChildren(), details).flatMap(KeptInput::withChildren));
    }
}
