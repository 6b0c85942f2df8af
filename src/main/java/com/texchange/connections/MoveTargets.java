package com.texchange.connections;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.DeviceId;
import com.texchange.common.LicenseId;
import com.texchange.common.PlannedAnew;
import com.texchange.common.RefusedException;
import com.texchange.common.SearchWords;
import com.texchange.licenses.MobileDevices;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private final MobileDevices devices;
    private final JdbcClient jdbc;

    MoveTargets(MobileDevices devices, @PlannedAnew JdbcClient jdbc) {
        this.devices = devices;
        this.jdbc = jdbc;
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
                        + searched.sql("license.search like %s") + " group by agent order by agent offset :offset limit :limit")
                .params(seen(supplier, distributor, actor)).params(searched.parameters())
                .param("offset", offset).param("limit", limit)
                .query(String.class).list();
    }

    /**
     * MDM IDs in which the text occurs, in their order.
     *
     * @throws AccessDeniedException as {@link #agents}
     */
    public List<UUID> mdmIds(@Nullable CompanyId supplier, CompanyId distributor, String text, int offset, int limit, Actor actor) {
        return jdbc.sql("select mdm_id" + SEEN + """
                 and mdm_id is not null and (:text = '' or mdm_id::text like '%' || :text || '%')
                group by mdm_id order by mdm_id offset :offset limit :limit""")
                .params(seen(supplier, distributor, actor))
                .param("text", text.strip().toLowerCase(Locale.ROOT).replaceAll("[^0-9a-f-]", ""))
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
