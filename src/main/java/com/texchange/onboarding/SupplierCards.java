package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.licenses.Licenses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The suppliers of a distributor: those that invite it and those that it works with. */
@Service
@Transactional(readOnly = true)
public class SupplierCards {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Licenses licenses;

    SupplierCards(JdbcClient jdbc, Licenses licenses) {
        this.jdbc = jdbc;
        this.licenses = licenses;
    }

    /** The latest onboarding with each supplier; those that wait for a decision first, then by name; at most 200. */
    public List<SupplierCard> all(Actor actor) {
        return jdbc.sql("""
                select * from (
                    select distinct on (o.partnership_id) o.id, o.supplier_id, o.stage, o.reason, p.code, p.delegated,
                           s.name, s.city, s.contact_name, s.contact_phone, s.contact_email, o.distributor_id
                    from onboarding o
                      join partnership p on p.id = o.partnership_id
                      join company s on s.id = o.supplier_id
                    where o.distributor_id = :distributor
                    order by o.partnership_id, o.invited_at desc) latest
                order by stage = 'ACCEPTING' desc, name, id
                limit :most
                """)
                .param("distributor", actor.companyAs(Role.DISTRIBUTOR).value())
                .param("most", MOST)
                .query(this::card)
                .list();
    }

    public Optional<SupplierCard> find(OnboardingId id, Actor actor) {
        return all(actor).stream().filter(card -> card.id().equals(id)).findFirst();
    }

    private SupplierCard card(ResultSet row, int number) throws SQLException {
        OnboardingId id = new OnboardingId(row.getObject("id", UUID.class));
        CompanyId supplier = new CompanyId(row.getObject("supplier_id", UUID.class));
        CompanyId distributor = new CompanyId(row.getObject("distributor_id", UUID.class));
        Stage stage = Stage.valueOf(row.getString("stage"));
        boolean locked = licenses.ownedBySupplier(supplier, distributor);
        return new SupplierCard(id, supplier, row.getString("name"), new DistributorCode(row.getString("code")),
                row.getString("city"), row.getString("contact_name"), row.getString("contact_phone"),
                row.getString("contact_email"), stage, row.getBoolean("delegated") || locked, locked,
                row.getString("reason"));
    }
}
