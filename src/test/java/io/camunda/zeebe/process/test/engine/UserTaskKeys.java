package io.camunda.zeebe.process.test.engine;

import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.util.OptionalLong;
import org.awaitility.Awaitility;

/** Finds user tasks in the engine's records, for tests that have no listener to tell them the key. */
final class UserTaskKeys {

    private UserTaskKeys() {}

    /** Waits for a task of the process instance. */
    static long await(LocalCamunda camunda, long processInstance) {
        return Awaitility.await().until(() -> find(camunda, processInstance), OptionalLong::isPresent).getAsLong();
    }

    private static OptionalLong find(LocalCamunda camunda, long processInstance) {
        try (var records = camunda.newRecordReader()) {
            records.seekToFirstEvent();
            while (records.hasNext()) {
                var logged = records.next();
                var metadata = new RecordMetadata();
                logged.readMetadata(metadata);
                if (metadata.getValueType() == ValueType.USER_TASK && metadata.getIntent() == UserTaskIntent.CREATED) {
                    var task = new UserTaskRecord();
                    logged.readValue(task);
                    if (task.getProcessInstanceKey() == processInstance) {
                        return OptionalLong.of(task.getUserTaskKey());
                    }
                }
            }
            return OptionalLong.empty();
        }
    }
}
