package com.texchange.pages;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Long names beside short ones: every third company and every account has one, until it is closed. And every third license is blocked,
 * which is the longest state that it can have.
 */
final class LongNames implements AutoCloseable {

    private static final String COMPANY =
            "Общество с ограниченной ответственностью «Торгово-производственное объединение Приволжскнефтепродукт и Партнёры»";
    private static final String PERSON = "Константин-Александр Преображенский-Верхнекамский";
    private final JdbcClient jdbc;

    LongNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("create table short_name as select id, name from company union all select id, name from account").update();
        jdbc.sql("""
                update company set name = :name where abs(hashtext(id::text)) % 3 = 0
                    or id in (select company_id from account where email like '%@demo.example.com')
                """).param("name", COMPANY).update();
        jdbc.sql("update account set name = :name").param("name", PERSON).update();
        jdbc.sql("create table free_license as select id from license where not blocked").update();
        jdbc.sql("update license set blocked = true where abs(hashtext(id::text)) % 3 = 0").update();
    }

    @Override
    public void close() {
        jdbc.sql("update company set name = short_name.name from short_name where short_name.id = company.id").update();
        jdbc.sql("update account set name = short_name.name from short_name where short_name.id = account.id").update();
        jdbc.sql("update license set blocked = false from free_license where free_license.id = license.id and blocked").update();
        jdbc.sql("drop table short_name, free_license").update();
    }
}
