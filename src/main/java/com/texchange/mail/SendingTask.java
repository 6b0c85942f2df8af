package com.texchange.mail;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The durable tasks by which earlier versions sent letters, one each, named by the delivery's id. Those that are left hand their
 * letters over; a letter whose task an instance of such a version is just running is its affair until then.
 */
@Configuration(proxyBeanMethods = false)
class SendingTask {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("send-letter");

    @Bean
    static Task<Void> sendLetter(LetterQueue queue) {
        return Tasks.oneTime(TASK).execute((instance, context) -> queue.takeOver(UUID.fromString(instance.getId())));
    }
}
