package io.camunda.zeebe.process.test.engine;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** One engine for all tests of a class, and a new client for each of them: tests differ in their process ids. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("engine of its own tests")
abstract class EngineTestBase {

    static LocalCamunda camunda;
    EngineSession session;

    @BeforeAll
    static void startEngine() {
        camunda = LocalCamunda.builder().build().start();
    }

    @AfterAll
    static void stopEngine() {
        camunda.close();
    }

    @BeforeEach
    void connect() {
        session = new EngineSession(camunda);
    }

    @AfterEach
    void disconnect() {
        session.close();
    }
}
