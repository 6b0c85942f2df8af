package com.texchange.demo;

import com.texchange.common.EmailAddress;
import com.texchange.common.Role;

/** Who can sign in to the quick start. */
public enum DemoPerson {
    SUPPLIER(Role.SUPPLIER, "Ирина Поставкина"),
    DISTRIBUTOR(Role.DISTRIBUTOR, "Олег Дистрибьюторов"),
    COLLEAGUE(Role.DISTRIBUTOR, "Кирилл Лицензин"),
    READER(Role.DISTRIBUTOR, "Нина Читалова"),
    PARTNER(Role.DISTRIBUTOR, "Полина Партнёрова"),
    SALES(Role.SALES, "Марина Продажина"),
    MANAGER(Role.PROCESS_MANAGER, "Павел Процессов"),
    ADMINISTRATOR(Role.ADMINISTRATOR, "Алла Админова");

    /** The same for all: nothing here is worth protecting. */
    public static final String PASSWORD = "t-exchange-demo";
    private final Role role;
    private final String fullName;

    DemoPerson(Role role, String fullName) {
        this.role = role;
        this.fullName = fullName;
    }

    public Role role() {
        return role;
    }

    String fullName() {
        return fullName;
    }

    public EmailAddress email() {
        return new EmailAddress(name() + "@demo.example.com");
    }

    /** Message key of what the person is. */
    public String titleKey() {
        return "demo.person." + name();
    }
}
