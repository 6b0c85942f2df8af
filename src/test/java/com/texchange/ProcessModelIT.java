package com.texchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.process.ProcessWorker;
import com.texchange.testing.IntegrationTest;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListener;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The process files and the workers of the application know the same job types. */
@IntegrationTest
class ProcessModelIT {

    private static final int RETRIES = 5;

    @Autowired
    ApplicationContext context;

    @Test
    void everyJobTypeHasExactlyOneWorkerAndEveryWorkerAJobType() throws IOException {
        List<String> workers = context.getBeansOfType(ProcessWorker.class).values().stream()
                .map(ProcessWorker::jobType)
                .sorted()
                .toList();

        assertThat(workers).isNotEmpty().containsExactlyElementsOf(jobTypes());
    }

    @Test
    void everyJobTypeIsKebabCase() throws IOException {
        assertThat(jobTypes()).allMatch(type -> type.matches("[a-z]+(-[a-z]+)*"));
    }

    /** The backoff between retries is reckoned from this number. */
    @Test
    void everyJobIsTriedFiveTimes() throws IOException {
        for (BpmnModelInstance model : models()) {
            assertThat(retries(model)).allMatch(String.valueOf(RETRIES)::equals);
        }
    }

    private static Set<String> jobTypes() throws IOException {
        return models().stream().flatMap(ProcessModelIT::types).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> types(BpmnModelInstance model) {
        return Stream.concat(
                model.getModelElementsByType(ZeebeTaskDefinition.class).stream().map(ZeebeTaskDefinition::getType),
                model.getModelElementsByType(ZeebeTaskListener.class).stream().map(ZeebeTaskListener::getType));
    }

    private static Stream<String> retries(BpmnModelInstance model) {
        return Stream.concat(
                model.getModelElementsByType(ZeebeTaskDefinition.class).stream().map(ZeebeTaskDefinition::getRetries),
                model.getModelElementsByType(ZeebeTaskListener.class).stream().map(ZeebeTaskListener::getRetries));
    }

    private static List<BpmnModelInstance> models() throws IOException {
        List<BpmnModelInstance> models = new ArrayList<>();
        for (Resource file : files()) {
            try (InputStream content = file.getInputStream()) {
                models.add(Bpmn.readModelFromStream(content));
            }
        }
        return models;
    }

    private static List<Resource> files() throws IOException {
        return Arrays.asList(new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn"));
    }
}
