package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.testing.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class LastStatementIT {

    @Autowired
    LastStatement last;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    PlatformTransactionManager transactions;

    private final List<String> answers = new ArrayList<>();
    private final LastStatement.Part<String> words = new LastStatement.Part<>("words_of_test",
            "insert into last_words (word) select unnest(:words_of_test) returning word",
            rows -> rows.toArray(String[]::new), (rows, answer) -> answers.add(rows + " " + answer));
    private final LastStatement.Part<String> silent = new LastStatement.Part<>("silent_of_test",
            "insert into last_words (word) select upper(unnest(:silent_of_test))", rows -> rows.toArray(String[]::new), null);
    private TransactionTemplate transaction;
    private TransactionTemplate savepoint;

    @BeforeEach
    void prepare() {
        jdbc.sql("create table last_words (id bigint generated always as identity, word text unique)").update();
        transaction = new TransactionTemplate(transactions);
        savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @AfterEach
    void tidy() {
        jdbc.sql("drop table last_words").update();
    }

    @Test
    void writesAllThatATransactionHasAddedBeforeItCommits() {
        transaction.executeWithoutResult(status -> {
            last.add(words, "one");
            last.add(silent, "other");
            last.add(words, "two");
            assertThat(written()).isEmpty();
        });

        assertThat(written()).containsExactlyInAnyOrder("one", "two", "OTHER");
        assertThat(answers).singleElement().asString().startsWith("[one, two] ").contains("\"word\":\"one\"", "\"word\":\"two\"");
    }

    @Test
    void writesWhatReturnsNothingByItself() {
        transaction.executeWithoutResult(status -> last.add(silent, "other"));

        assertThat(written()).containsExactly("OTHER");
    }

    @Test
    void writesNothingOfATransactionThatIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            last.add(words, "one");
            status.setRollbackOnly();
        });

        assertThat(written()).isEmpty();
        assertThat(answers).isEmpty();
    }

    @Test
    void writesNothingOfWhatIsRolledBackToASavepoint() {
        transaction.executeWithoutResult(status -> {
            refused("first");
            last.add(words, "kept");
            refused("second");
            savepoint.executeWithoutResult(nested -> last.add(words, "also kept"));
            refused("third");
        });

        assertThat(written()).containsExactly("kept", "also kept");
    }

    @Test
    void whatCannotBeWrittenRollsTheTransactionBack() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into last_words (word) values ('one')").update();
            last.add(words, "one");
        })).isInstanceOf(DataIntegrityViolationException.class);

        assertThat(written()).isEmpty();
    }

    @Test
    void writesAtOnceOutsideOfATransaction() {
        last.add(words, "one");

        assertThat(written()).containsExactly("one");
        assertThat(answers).hasSize(1);
    }

    private void refused(String word) {
        savepoint.executeWithoutResult(nested -> {
            last.add(words, word);
            nested.setRollbackOnly();
        });
    }

    private List<String> written() {
        return jdbc.sql("select word from last_words order by id").query(String.class).list();
    }
}
