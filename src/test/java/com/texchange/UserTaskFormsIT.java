package com.texchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.tasks.TaskForm;
import com.texchange.testing.IntegrationTest;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Whether people can do every user task of the process models. */
@IntegrationTest
class UserTaskFormsIT {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    @Autowired
    ObjectProvider<TaskForm> forms;
    @Autowired
    MessageSource messages;

    @Test
    void everyUserTaskHasExactlyOneForm() throws Exception {
        assertThat(forms.stream().map(TaskForm::elementId)).containsExactlyInAnyOrderElementsOf(userTasks());
    }

    @Test
    void everyUserTaskHasATitleInBothLanguages() throws Exception {
        for (String element : userTasks()) {
            String key = "task." + element + ".title";
            String english = messages.getMessage(key, null, Locale.ENGLISH);
            String russian = messages.getMessage(key, null, Locale.of("ru"));
            assertThat(english).isNotBlank().isNotEqualTo(russian);
            assertThat(russian).matches("(?s).*\\p{IsCyrillic}.*");
        }
    }

    private static List<String> userTasks() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        List<String> ids = new ArrayList<>();
        for (Resource model : new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn")) {
            try (InputStream xml = model.getInputStream()) {
                NodeList tasks = factory.newDocumentBuilder().parse(xml).getElementsByTagNameNS(BPMN, "userTask");
                for (int i = 0; i < tasks.getLength(); i++) {
                    ids.add(((Element) tasks.item(i)).getAttribute("id"));
                }
            }
        }
        assertThat(ids).as("user tasks of the models").isNotEmpty();
        return ids;
    }
}
