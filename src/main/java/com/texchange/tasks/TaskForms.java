package com.texchange.tasks;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The forms that the modules contribute, by the element that they are for. */
@Component
public class TaskForms {

    private final Map<String, TaskForm> byElement;

    /** @throws IllegalStateException if two forms are for the same element */
    TaskForms(ObjectProvider<TaskForm> forms) {
        byElement = forms.stream().collect(Collectors.toUnmodifiableMap(TaskForm::elementId, Function.identity()));
    }

    public Optional<TaskForm> find(String elementId) {
        return Optional.ofNullable(byElement.get(elementId));
    }
}
