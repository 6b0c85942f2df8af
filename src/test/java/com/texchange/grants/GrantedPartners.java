package com.texchange.grants;

import com.texchange.common.Actor;
import com.texchange.common.GrantId;
import com.texchange.common.Role;
import com.texchange.grants.GrantChanged.Kind;
import com.texchange.partners.CompanyInfo;
import com.texchange.partners.TimeZones;
import com.texchange.testing.SampleBusiness;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;

/** A distributor and a supplier who are partners, and what one allows the other. */
abstract class GrantedPartners {

    @Autowired
    Grants grants;
    @Autowired
    TimeZones zones;
    @Autowired
    SampleBusiness business;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationEvents events;
    CompanyInfo supplier;
    CompanyInfo distributor;
    Actor person;
    Actor suppliers;

    @BeforeEach
    void partners() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(supplier, distributor);
        person = business.person(distributor, Role.DISTRIBUTOR);
        suppliers = business.person(supplier, Role.SUPPLIER);
    }

    GrantId id() {
        return jdbc.sql("select grant_id from grants_grant where supplier_id = ?").param(supplier.id().value())
                .query((row, number) -> new GrantId(row.getObject("grant_id", UUID.class))).single();
    }

    GrantInfo given() {
        return grants.given(supplier.id(), person).orElseThrow();
    }

    static GrantTerms only(GrantedAct act) {
        return new GrantTerms(Set.of(act), null, null);
    }

    /** As whoever acts on licenses asks. */
    List<String> allowed() {
        return jdbc.sql("select array_to_string(acts, ',') from grants_grant where supplier_id = ? and distributor_id = ?")
                .params(supplier.id().value(), distributor.id().value()).query(String.class).list();
    }

    List<Kind> kinds() {
        return events.stream(GrantChanged.class).filter(event -> event.supplierId().equals(supplier.id()))
                .map(GrantChanged::kind).toList();
    }

    int letters(String template) {
        return jdbc.sql("select count(*) from mail_delivery where template = ? and recipient in (?, ?)")
                .params(template, person.email().value(), suppliers.email().value()).query(Integer.class).single();
    }
}
