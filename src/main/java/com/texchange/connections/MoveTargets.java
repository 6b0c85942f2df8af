package com.texchange.connections;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.DeviceId;
import com.texchange.common.LicenseId;
import com.texchange.common.MdmId;
import com.texchange.common.PlannedAnew;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.SearchWords;
import com.texchange.licenses.MobileDevices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * From whom and to what a distributor's licenses can be moved: its agents and devices, of those licenses that the person sees. A
 * supplier sees what is in its service, its own and what a grant opens to it.
 */
@Service
@Transactional(readOnly = true)
public class MoveTargets {

    /** The most licenses of one agent that are proposed. */
    public static final int MOST_OF_AGENT = 1_000;
    private static final UUID NEW_DEVICE = new UUID(0, 0);
    private static final String SEEN = """
             from licenses_license license where license.distributor_id = :distributor and (not :asSupplier
                or license.owner_id = :supplier
                or exists (select from connection c where c.license_id = license.id and c.supplier_id = :supplier)
                or exists (select from grants_grant given
                    where given.supplier_id = :supplier and given.distributor_id = :distributor))
            """;

    private static final String SUPPLIERS_DISTRIBUTORS = """
            select distributor.id, distributor.name, place.code
            from partners_partnership place join partners_company distributor on distributor.id = place.distributor_id
            where place.supplier_id = :supplier and (exists (select from grants_grant given
                    where given.supplier_id = place.supplier_id and given.distributor_id = place.distributor_id)
                or exists (select from connection_tally kept where kept.supplier_id = place.supplier_id
                    and kept.distributor_id = place.distributor_id and kept.in_service > 0)
                or exists (select from licenses_license license
                    where license.owner_id = place.supplier_id and license.distributor_id = place.distributor_id))
            """;

    /** The index finds a word in whatever a license has; as in a list's column, the name is asked only where it is found. */
    private static final String NAMED = "license.search like %s and " + LicenseField.USER.form() + " like %s";

    private final MobileDevices devices;
    private final JdbcClient jdbc;

    MoveTargets(MobileDevices devices, @PlannedAnew JdbcClient jdbc) {
        this.devices = devices;
        this.jdbc = jdbc;
    }

    /**
     * A supplier's distributors of whose licenses it has any to move, with all words in name or code, by name.
     *
     * @throws AccessDeniedException if the person is none of a supplier's
     */
    public List<OfSupplier> distributors(String words, int offset, int limit, Actor actor) {
        actor.requireActing();
        SearchWords searched = SearchWords.of(words);
        return jdbc.sql(SUPPLIERS_DISTRIBUTORS + searched.sql("""
                        (' ' || place.code like %s or exists (select from partners_company_words w
                            where w.company_id = distributor.id and w.words like %s))""")
                        + " order by distributor.name collate common_alphabet, place.code offset :offset limit :limit")
                .param("supplier", actor.companyAs(Role.SUPPLIER)).params(searched.parameters())
                .param("offset", offset).param("limit", limit)
                .query(OfSupplier.class).list();
    }

    /** A distributor, and its code with the supplier. */
    public record OfSupplier(CompanyId id, String name, String code) {
    }

    /**
     * Agents in whose names all words are, in alphabetical order.
     *
     * @throws AccessDeniedException if the person acts for nobody here
     */
    public List<String> agents(@Nullable CompanyId supplier, CompanyId distributor, String words, int offset, int limit,
            Actor actor) {
        SearchWords searched = SearchWords.of(words);
        return jdbc.sql("select user_name collate common_alphabet as agent" + SEEN + " and user_name is not null "
                        + searched.sql(NAMED) + " group by agent order by agent offset :offset limit :limit")
                .params(seen(supplier, distributor, actor)).params(searched.parameters())
                .param("offset", offset).param("limit", limit)
                .query(String.class).list();
    }

    /**
     * MDM IDs in which the typed digits occur, in their order; none if what was typed can be in none.
     *
     * @throws AccessDeniedException as {@link #agents}
     */
    public List<UUID> mdmIds(@Nullable CompanyId supplier, CompanyId distributor, String text, int offset, int limit, Actor actor) {
        Map<String, @Nullable Object> seen = seen(supplier, distributor, actor);
        Optional<String> digits = text.isBlank() ? Optional.of("") : MdmId.digits(text);
        return digits.isEmpty() ? List.of() : jdbc.sql("select mdm_id" + SEEN + """
                 and mdm_id is not null and (:digits = '' or replace(mdm_id::text, '-', '') like '%' || :digits || '%')
                group by mdm_id order by mdm_id offset :offset limit :limit""")
                .params(seen).param("digits", digits.get())
                .param("offset", offset).param("limit", limit)
                .query(UUID.class).list();
    }

    /**
     * An agent's licenses by number, at most {@value #MOST_OF_AGENT}.
     *
     * @throws AccessDeniedException as {@link #agents}
     */
    public List<AgentLicense> licensesOf(String agent, @Nullable CompanyId supplier, CompanyId distributor, Actor actor) {
        return jdbc.sql("select license.id as license_id, number, mdm_id" + SEEN
                        + " and license.user_name = :agent order by number limit " + MOST_OF_AGENT)
                .params(seen(supplier, distributor, actor)).param("agent", agent)
                .query(AgentLicense.class).list();
    }

    /**
     * How many licenses an agent has.
     *
     * @throws AccessDeniedException as {@link #agents}
     */
    public int countOf(String agent, @Nullable CompanyId supplier, CompanyId distributor, Actor actor) {
        return jdbc.sql("select count(*)" + SEEN + " and license.user_name = :agent")
                .params(seen(supplier, distributor, actor)).param("agent", agent)
                .query(Integer.class).single();
    }

    /** A license of an agent, and the device that it is on. */
    public record AgentLicense(LicenseId licenseId, String number, @Nullable UUID mdmId) {
    }

    /**
     * The device of a request before it is placed; one that nobody has yet if it is new.
     *
     * @throws RefusedException if a move says neither device nor agent, or the device is another company's
     */
    @Nullable DeviceId look(OrderRequest request) {
        UUID mdmId = mdmId(request);
        return mdmId == null ? null : devices.find(request.distributor(), mdmId).orElse(new DeviceId(NEW_DEVICE));
    }

    /** As {@link #look}, of a request that is placed: a new device is known from now on. */
    @Transactional
    @Nullable DeviceId take(OrderRequest request) {
        UUID mdmId = mdmId(request);
        return mdmId == null ? null : devices.findOrAdd(request.distributor(), mdmId);
    }

    private static @Nullable UUID mdmId(OrderRequest request) {
        MoveTarget target = request.target();
        if (request.kind() == OrderKind.MOVE && (target == null || target.isNone())) {
            throw new RefusedException("connections.move.noTarget");
        }
        return target == null ? null : target.mdmId();
    }

    private static Map<String, @Nullable Object> seen(@Nullable CompanyId supplier, CompanyId distributor, Actor actor) {
        OrderSide side = OrderSide.of(supplier, distributor, actor);
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("distributor", distributor);
        parameters.put("supplier", supplier);
        parameters.put("asSupplier", supplier != null && supplier.equals(side.company()));
        return parameters;
    }
}
