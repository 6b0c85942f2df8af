package io.camunda.zeebe.process.test.engine;

import com.texchange.testing.BesideOthers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** One engine for all tests of a class, and a new client for each of them: tests differ in their process ids. */
@BesideOthers
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
