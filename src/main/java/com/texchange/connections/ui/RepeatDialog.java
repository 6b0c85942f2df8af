package com.texchange.connections.ui;

import com.texchange.common.ui.FormDialog;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.OrderKind;
import com.texchange.connections.Verdict;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells what it would do to take an order back or to try it again, and asks for it. */
final class RepeatDialog {

    private final OrderKind kind;
    private final Supplier<Map<Verdict, Integer>> dryRun;
    private final VerdictList verdicts = new VerdictList();
    private final Paragraph changed = new Paragraph(text("connections.confirm.changed"));
    private final Supplier<ConnectionOrderInfo> step;
    private final Consumer<ConnectionOrderInfo> placed;
    private final boolean isLong;
    private final FormDialog dialog;
    private Map<Verdict, Integer> shown = Map.of();

    /**
     * @param name     of the step, as its texts have it
     * @param kind     of the order that would be placed
     * @param licenses how many it is about
     * @param dryRun   what it would do now
     * @param rows     the same, license by license
     * @param placed   hears of the order
     */
    RepeatDialog(String name, OrderKind kind, int licenses, Supplier<Map<Verdict, Integer>> dryRun, VerdictList.Rows rows,
            Supplier<ConnectionOrderInfo> step, Consumer<ConnectionOrderInfo> placed) {
        String key = "connections.order." + name;
        this.kind = kind;
        this.dryRun = dryRun;
        this.step = step;
        this.placed = placed;
        isLong = OrderSize.isLong(licenses, 1);
        changed.addClassName("warning");
        changed.getElement().setAttribute("role", "alert");
        changed.setVisible(false);
        verdicts.offer(rows);
        dialog = new FormDialog(text(key + ".title"), text(key), this::confirm)
                .content(new Paragraph(text(key + ".text")), verdicts, changed);
        dialog.setWidth("32rem");
    }

    /** For a step that takes back an order, be it once more. */
    RepeatDialog undoing() {
        verdicts.withoutWaiting();
        dialog.takingBack();
        return this;
    }

    void open() {
        dialog.openAsking(isLong, dryRun, this::show);
    }

    private void show(Map<Verdict, Integer> counts) {
        shown = counts;
        verdicts.show(kind, counts);
    }

    private boolean confirm() {
        Map<Verdict, Integer> read = shown;
        return dialog.take(isLong, () -> attempt(read), this::told);
    }

    /** @param instead what it would do by now, if that is not what the person has read */
    private record Attempt(@Nullable Map<Verdict, Integer> instead, @Nullable ConnectionOrderInfo placed) {
    }

    /** What the person has read must still be so: others may have changed licenses since. */
    private Attempt attempt(Map<Verdict, Integer> read) {
        Map<Verdict, Integer> now = dryRun.get();
        if (!now.equals(read)) {
            return new Attempt(now, null);
        }
        return new Attempt(null, step.get());
    }

    private boolean told(Attempt attempt) {
        if (attempt.instead() != null) {
            show(attempt.instead());
            changed.setVisible(true);
        } else if (attempt.placed() != null) {
            placed.accept(attempt.placed());
            return true;
        }
        return false;
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
