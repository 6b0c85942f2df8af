package com.texchange.stories.ui;

import com.texchange.process.ProcessDrawing;
import com.texchange.process.ProcessDrawings;
import com.texchange.process.ProcessPath;
import com.texchange.stories.StoryPath;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The process diagrams of an onboarding with the passed path, in pictures and in words. */
class PathSection extends Composite<Section> {

    private final transient ProcessDrawings drawings;
    private final Tabs tabs = new Tabs();
    private final ProcessDiagram diagram = new ProcessDiagram();
    private final Paragraph notice = new Paragraph();
    private final Div words = new Div();
    private final Locale language;
    private transient @Nullable StoryPath shown;
    private boolean changing;

    PathSection(ProcessDrawings drawings, Locale language) {
        this.drawings = drawings;
        this.language = language;
        getContent().addClassNames("card", "story-path");
        notice.addClassNames("hint", "warning");
        notice.getElement().setAttribute("role", "status");
        words.addClassName("process-words");
        tabs.getElement().setAttribute("aria-label", getTranslation("stories.diagram.choose"));
        tabs.addSelectedChangeListener(change -> {
            if (!changing) {
                showSelected();
            }
        });
        getContent().add(new H2(getTranslation("stories.diagram.title")), notice, tabs, diagram, legend(), words);
    }

    /** Shows where the onboarding stands until the engine has told the path. */
    void expect(StoryPath byStage) {
        show(byStage);
        notice.setText(getTranslation("stories.diagram.loading"));
    }

    /** Shows what is known now; the person keeps the process that is being looked at. */
    void show(StoryPath path) {
        notice.setText(path.fromEngine() ? "" : getTranslation("stories.diagram.notAvailable"));
        notice.setVisible(!path.fromEngine());
        if (path.equals(shown)) {
            return;
        }
        shown = path;
        fillTabs(path.paths());
        showSelected();
    }

    private void fillTabs(List<ProcessPath> paths) {
        List<String> wanted = paths.stream().map(ProcessPath::processId).toList();
        List<String> there = tabs.getChildren().map(PathSection::processOf).toList();
        if (!wanted.equals(there)) {
            String selected = tabs.getSelectedTab() == null ? null : processOf(tabs.getSelectedTab());
            changing = true;
            tabs.removeAll();
            wanted.forEach(process -> tabs.add(tab(process)));
            tabs.setSelectedIndex(Math.max(0, wanted.indexOf(selected)));
            changing = false;
        }
        tabs.setVisible(wanted.size() > 1);
    }

    private Tab tab(String process) {
        Tab tab = new Tab(getTranslation("stories.process." + process));
        tab.setId("process-" + process);
        return tab;
    }

    private static String processOf(Component tab) {
        return tab.getId().orElseThrow().substring("process-".length());
    }

    private void showSelected() {
        StoryPath path = Objects.requireNonNull(shown);
        ProcessPath selected = path.paths().get(Math.max(0, tabs.getSelectedIndex()));
        ProcessDrawing drawing = drawings.of(selected.processId(), language);
        diagram.show(drawing, selected);
        words.removeAll();
        words.add(inWords(drawing.names(), selected));
    }

    private Component[] inWords(Map<String, String> names, ProcessPath path) {
        Set<String> stuck = new HashSet<>(path.stuck().stream().map(ProcessPath.StuckStep::elementId).toList());
        List<String> now = names.keySet().stream().filter(path.active()::contains).filter(id -> !stuck.contains(id))
                .map(names::get).toList();
        List<String> done = names.keySet().stream()
                .filter(id -> path.completed().contains(id) && !path.active().contains(id)).map(names::get).toList();
        List<String> failed = names.keySet().stream().filter(stuck::contains).map(names::get).toList();
        UnorderedList list = new UnorderedList();
        add(list, "stories.diagram.wordsStuck", failed);
        add(list, "stories.diagram.wordsNow", now);
        add(list, "stories.diagram.wordsDone", done);
        path.stuck().stream().filter(step -> !step.error().isEmpty()).forEach(step ->
                list.add(new ListItem(getTranslation("stories.diagram.error",
                        names.getOrDefault(step.elementId(), step.elementId()), step.error()))));
        return new Component[] {list};
    }

    private void add(UnorderedList list, String key, List<String> names) {
        if (!names.isEmpty()) {
            list.add(new ListItem(getTranslation(key, String.join(", ", names))));
        }
    }

    private Component legend() {
        UnorderedList legend = new UnorderedList();
        legend.addClassName("process-legend");
        legend.getElement().setAttribute("aria-label", getTranslation("stories.diagram.legend"));
        for (String mark : List.of("done", "active", "cut", "stuck")) {
            Span sign = new Span(switch (mark) {
                case "done" -> "✓";
                case "active" -> "▶";
                case "cut" -> "×";
                default -> "!";
            });
            sign.addClassNames("process-badge", "process-badge-" + mark);
            sign.getElement().setAttribute("aria-hidden", "true");
            legend.add(new ListItem(sign, new Span(getTranslation("stories.diagram.legend." + mark))));
        }
        return legend;
    }
}
