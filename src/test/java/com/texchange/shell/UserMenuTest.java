package com.texchange.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserMenuTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Ирина Поставкина | ИП",
        "Иванов Пётр Сидорович | ИП",
        "Константинопольский-Рождественский  Александр | КА",
        "«Иван» — Петров | ИП",
        "Мадонна | М",
        "2-й оператор | 2о"})
    void aNameIsNoMoreThanTwoInitials(String name, String initials) {
        assertThat(UserMenu.initials(name)).isEqualTo(initials);
    }
}
