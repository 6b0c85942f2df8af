package com.texchange.accounts;

import com.texchange.common.Actor;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which columns each person does not want to see in which list. One's own only. */
@Service
@Transactional
public class ListSettings {

    private final JdbcClient jdbc;

    ListSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** None while the person has chosen nothing. */
    @Transactional(readOnly = true)
    public Optional<Set<String>> hidden(String list, Actor actor) {
        return jdbc.sql("select hidden from account_list_setting where account = :account and list = :list")
                .param("account", actor.id())
                .param("list", list)
                .query((row, number) -> Set.of((String[]) row.getArray(1).getArray())).optional();
    }

    public void hide(String list, Set<String> columns, Actor actor) {
        jdbc.sql("""
                insert into account_list_setting (account, list, hidden) values (:account, :list, :hidden::text[])
                on conflict (account, list) do update set hidden = excluded.hidden""")
                .param("account", actor.id())
                .param("list", list)
                .param("hidden", columns.toArray(String[]::new))
                .update();
    }
}
