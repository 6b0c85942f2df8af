package com.texchange.stories.ui;

import com.texchange.process.ProcessDrawing;
import com.texchange.process.ProcessPath;
import com.texchange.process.ProcessPath.StuckStep;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process diagram with the way that an instance has gone; drawn in the browser by {@code process-diagram.js}. */
@Tag("process-diagram")
@JavaScript("context://scripts/process-diagram.js")
class ProcessDiagram extends Component {

    private static final List<String> LABELS = List.of("diagram", "tools", "zoomIn", "zoomOut", "fit", "current", "now",
            "stuck", "failed");

    ProcessDiagram() {
        getElement().setPropertyMap("labels", LABELS.stream()
                .collect(Collectors.toMap(label -> label, label -> getTranslation("stories.diagram." + label))));
    }

    void show(ProcessDrawing drawing, ProcessPath path) {
        getElement().setProperty("bpmn", drawing.bpmn());
        getElement().setPropertyMap("marks", marks(path));
    }

    private static Map<String, Object> marks(ProcessPath path) {
        Set<String> active = path.active();
        return Map.of("active", sorted(active.stream()),
                // Of a step that is repeated, what it is now counts.
                "done", sorted(path.completed().stream().filter(id -> !active.contains(id))),
                "cut", sorted(path.interrupted().stream()
                        .filter(id -> !active.contains(id) && !path.completed().contains(id))),
                "taken", sorted(path.flows().stream()),
                "stuck", sorted(path.stuck().stream().map(StuckStep::elementId)));
    }

    private static List<String> sorted(Stream<String> ids) {
        return ids.distinct().sorted().toList();
    }
}
