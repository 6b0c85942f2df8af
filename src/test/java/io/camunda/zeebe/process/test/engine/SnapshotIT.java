package io.camunda.zeebe.process.test.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.zeebe.db.impl.DbByte;
import io.camunda.zeebe.db.impl.DbString;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots of the engine, and kills at any moment of them: a copy of its folder is what a kill at that moment leaves. */
class SnapshotIT {

    private static final String PROCESS = "waits";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path temporary;
    private Path folder;
    /** What a kill leaves. */
    private Path killed;
    private long before;
    private long after;

    @BeforeEach
    void name() {
        folder = temporary.resolve("engine");
        killed = temporary.resolve("killed");
    }

    @Test
    void anEngineGoesOnFromASnapshotAndTheLogIsCutBehindIt() throws IOException {
        run(camunda -> {
            take(camunda);
            assertThat(FileLogStorage.files(folder.resolve("log"))).doesNotContain(folder.resolve("log"));
        });
        assertGoesOn(folder);
    }

    @Test
    void whatCameAfterTheSnapshotIsReplayedAfterAKill() throws IOException {
        run(camunda -> copyIdle(camunda, folder, killed));
        assertGoesOn(killed);
    }

    @Test
    void afterAKillItGoesOnWithTheStateThatIsThere() throws IOException {
        run(camunda -> {
            copyIdle(camunda, folder, killed);
            copy(folder.resolve("state"), killed.resolve("state"));
        });
        // From this one it could not.
        EngineFolder.delete(EngineSnapshots.state(new SnapshotFolders(killed).latest().orElseThrow()));
        assertGoesOn(killed);
    }

    @Test
    void aStateThatKnowsMoreThanTheLogIsMadeAnew() throws IOException {
        run(camunda -> copy(folder, killed), camunda -> copyIdle(camunda, folder.resolve("state"), killed.resolve("state")));
        try (var camunda = start(killed);
                var session = new EngineSession(camunda)) {
            var jobs = session.completeAll("job");
            for (var id : new String[] {"after", "before"}) {
                session.client().newPublishMessageCommand().messageName("news").correlationKey(id).send().join();
            }
            await().untilAsserted(() -> assertThat(jobs).isNotEmpty());
            camunda.awaitIdle(PATIENCE);
            assertThat(jobs).extracting(job -> job.getProcessInstanceKey()).containsExactly(before);
        }
    }

    @Test
    void aStateThatCannotBeReadIsMadeAnew() throws IOException {
        run(camunda -> copyIdle(camunda, folder, killed));
        var key = new DbString();
        key.wrapString("LAST_PROCESSED_EVENT_KEY");
        var number = new DbByte();
        number.wrapByte((byte) 1);
        try (var state = new StateDatabase(killed.resolve("state"), true)) {
            state.db().createColumnFamily(ZbColumnFamilies.DEFAULT, state.db().createContext(), key, number).upsert(key, number);
        }
        assertGoesOn(killed);
    }

    @Test
    void aSnapshotThatAKillCutShortCountsForNothing() throws IOException {
        run(camunda -> copyIdle(camunda, folder, killed));
        Files.createDirectories(killed.resolve("snapshot.new").resolve("state"));
        Files.writeString(killed.resolve("snapshot.new").resolve("view.json"), "{\"position\":");
        assertGoesOn(killed);
        assertThat(killed.resolve("snapshot.new")).doesNotExist();
    }

    @Test
    void aKillBeforeTheOlderSnapshotAndTheLogBehindItAreGoneLosesNothing() throws IOException {
        var first = temporary.resolve("first");
        run(camunda -> copy(folder, first), camunda -> {
            take(camunda);
            copy(folder, killed);
        });
        // What the second one has removed is there still.
        for (var path : Files.list(first).toList()) {
            if (Files.notExists(killed.resolve(path.getFileName()))) {
                copy(path, killed.resolve(path.getFileName()));
            }
        }
        assertThat(Files.list(killed).filter(path -> path.getFileName().toString().startsWith("snapshot-"))).hasSize(2);
        assertGoesOn(killed);
        assertThat(Files.list(killed).filter(path -> path.getFileName().toString().startsWith("snapshot-"))).hasSize(1);
    }

    @Test
    void theLogOfAnEarlierVersionIsTakenOver() throws IOException {
        try (var camunda = LocalCamunda.builder().logStorage(() -> FileLogStorage.open(folder.resolve("log"))).build().start();
                var session = new EngineSession(camunda)) {
            deploy(session);
            before = session.start(PROCESS, Map.of("id", "before"));
            camunda.awaitIdle(PATIENCE);
        }
        assertThat(FileLogStorage.files(folder.resolve("log"))).containsExactly(folder.resolve("log"));
        try (var camunda = start(folder);
                var session = new EngineSession(camunda)) {
            after = session.start(PROCESS, Map.of("id", "after"));
        }
        assertThat(folder.resolve("snapshot-%019d".formatted(1))).isDirectory();
        assertGoesOn(folder);
    }

    @Test
    void aLogThatIsCutDoesNotStartWithoutItsSnapshot() throws IOException {
        try (var camunda = start(folder);
                var session = new EngineSession(camunda)) {
            deploy(session);
            take(camunda);
            session.start(PROCESS, Map.of("id", "after"));
            take(camunda);
        }
        new SnapshotFolders(folder).empty();

        assertThatIllegalStateException().isThrownBy(() -> start(folder)).withMessageContaining("snapshot is missing");
    }

    @Test
    void onlyWhatEndedLatelyIsKnownToSearches() {
        try (var camunda = start(folder);
                var session = new EngineSession(camunda)) {
            deploy(session);
            session.deploy("ends", Bpmn.createExecutableProcess("ends").startEvent().endEvent().done());
            long open = session.start(PROCESS, Map.of("id", "open"));
            long early = session.start("ends", Map.of());
            long late = early;
            for (int i = 0; i < 310; i++) {
                late = session.start("ends", Map.of());
            }
            camunda.awaitIdle(PATIENCE);

            assertThat(known(session, open)).isTrue();
            assertThat(known(session, late)).isTrue();
            assertThat(known(session, early)).isFalse();
            assertThat(session.client().newVariableSearchRequest().filter(filter -> filter.processInstanceKey(early)).send().join()
                    .items()).isEmpty();
        }
    }

    private static boolean known(EngineSession session, long instance) {
        return !session.client().newProcessInstanceSearchRequest().filter(filter -> filter.processInstanceKey(instance)).send().join()
                .items().isEmpty();
    }

    /** Does something with an engine that runs. */
    private interface Step {

        void with(LocalCamunda camunda) throws IOException;
    }

    private void run(Step end) throws IOException {
        run(camunda -> { }, end);
    }

    /** An instance begins before a snapshot, another one after it. */
    private void run(Step between, Step end) throws IOException {
        try (var camunda = start(folder);
                var session = new EngineSession(camunda)) {
            deploy(session);
            before = session.start(PROCESS, Map.of("id", "before"));
            take(camunda);
            between.with(camunda);
            after = session.start(PROCESS, Map.of("id", "after"));
            end.with(camunda);
        }
    }

    private static void deploy(EngineSession session) {
        session.deploy(PROCESS, Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .intermediateCatchEvent("catch").message(message -> message.name("news").zeebeCorrelationKeyExpression("id"))
                .serviceTask("job", worker -> worker.zeebeJobType("job"))
                .endEvent()
                .done());
    }

    private static void take(LocalCamunda camunda) throws IOException {
        camunda.awaitIdle(PATIENCE);
        camunda.snapshots().take();
    }

    /** Both instances wait still, are known to searches and end when they are told to. */
    private void assertGoesOn(Path folder) {
        try (var camunda = start(folder);
                var session = new EngineSession(camunda)) {
            var jobs = session.completeAll("job");
            for (var key : new long[] {before, after}) {
                assertThat(session.client().newProcessInstanceSearchRequest().filter(filter -> filter.processInstanceKey(key)
                        .state(ProcessInstanceState.ACTIVE)).send().join().items()).hasSize(1);
            }
            for (var id : new String[] {"before", "after"}) {
                session.client().newPublishMessageCommand().messageName("news").correlationKey(id).send().join();
            }
            await().untilAsserted(() -> assertThat(jobs).extracting(job -> job.getProcessInstanceKey())
                    .containsExactlyInAnyOrder(before, after));
            await().untilAsserted(() -> assertThat(session.client().newProcessInstanceSearchRequest()
                    .filter(filter -> filter.state(ProcessInstanceState.COMPLETED)).send().join().items()).hasSize(2));
        }
        // Once more, from the snapshot of that stop.
        try (var camunda = start(folder);
                var session = new EngineSession(camunda)) {
            assertThat(session.client().newProcessInstanceSearchRequest()
                    .filter(filter -> filter.state(ProcessInstanceState.COMPLETED)).send().join().items()).hasSize(2);
            assertThat(session.start(PROCESS, Map.of("id", "later"))).isGreaterThan(after);
        }
    }

    private static LocalCamunda start(Path folder) {
        return LocalCamunda.builder().dataFolder(folder).build().start();
    }

    private static void copyIdle(LocalCamunda camunda, Path from, Path to) throws IOException {
        camunda.awaitIdle(PATIENCE);
        copy(from, to);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                if (!from.relativize(file).startsWith("state")) {
                    Files.copy(file, to.resolve(from.relativize(file)));
                }
            }
        }
    }
}
