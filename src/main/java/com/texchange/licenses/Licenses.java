package com.texchange.licenses;

import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** The mobile licenses of the distributors. */
@Service
@Validated
@Transactional
public class Licenses {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final LicenseNews news;
    private final Clock clock;

    Licenses(JdbcClient jdbc, ApplicationEventPublisher events, LicenseNews news, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.news = news;
        this.clock = clock;
    }

    /** How many licenses the distributor has. */
    @Transactional(readOnly = true)
    public int count(CompanyId distributor) {
        return jdbc.sql("select count(*) from license where distributor_id = :distributor")
                .param("distributor", distributor)
                .query(Integer.class).single();
    }

    /**
     * Access is the caller's matter.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    @Transactional(readOnly = true)
    public LicenseInfo get(LicenseId id) {
        return jdbc.sql("""
                select license.*, distributor.name as distributor, owner.name as owner
                from license join partners_company distributor on distributor.id = license.distributor_id
                    join partners_company owner on owner.id = license.owner_id
                where license.id = :id""")
                .param("id", id)
                .query(LicenseInfo.class).optional().orElseThrow();
    }

    /**
     * Loads licenses in one go; those whose number or activation code is known already are left as they are. Access is
     * the caller's matter.
     *
     * @return how many were new
     */
    public int load(List<@Valid NewLicense> licenses) {
        addDevices(licenses);
        int loaded = jdbc.sql("""
                insert into license (id, number, activation_code, distributor_id, owner_id, user_name, config_version,
                    mdm_id, device_id, created_at)
                select row.id, row.number, row.code, row.distributor, row.owner, row.user_name,
                    coalesce(device.config_version, row.version), row.mdm, device.id, :now
                from unnest(:ids::uuid[], :numbers::text[], :codes::text[], :distributors::uuid[], :owners::uuid[],
                        :users::text[], :versions::text[], :mdms::uuid[])
                    as row (id, number, code, distributor, owner, user_name, version, mdm)
                    left join device on device.distributor_id = row.distributor and device.mdm_id = row.mdm
                order by row.number
                on conflict do nothing""")
                .param("now", clock.instant())
                .param("ids", column(licenses, license -> LicenseId.random()))
                .param("numbers", column(licenses, NewLicense::number))
                .param("codes", column(licenses, NewLicense::activationCode))
                .param("distributors", column(licenses, NewLicense::distributor))
                .param("owners", column(licenses, NewLicense::owner))
                .param("users", column(licenses, NewLicense::userName))
                .param("versions", column(licenses, NewLicense::configVersion))
                .param("mdms", column(licenses, NewLicense::mdmId))
                .update();
        licenses.stream().map(license -> new LicensesLoaded(license.owner(), license.distributor())).distinct()
                .forEach(events::publishEvent);
        licenses.stream().map(NewLicense::distributor).distinct().forEach(news::changed);
        return loaded;
    }

    /** A license that names a known device goes to that, and takes its version; others bring theirs. */
    private void addDevices(List<NewLicense> licenses) {
        List<NewLicense> onDevices = licenses.stream().filter(license -> license.mdmId() != null).toList();
        jdbc.sql("""
                insert into device (distributor_id, mdm_id, config_version, created_at)
                select row.distributor, row.mdm, max(row.version), :now
                from unnest(:distributors::uuid[], :mdms::uuid[], :versions::text[]) as row (distributor, mdm, version)
                group by row.distributor, row.mdm order by row.distributor, row.mdm
                on conflict (distributor_id, mdm_id) do nothing""")
                .param("now", clock.instant())
                .param("distributors", column(onDevices, NewLicense::distributor))
                .param("mdms", column(onDevices, NewLicense::mdmId))
                .param("versions", column(onDevices, NewLicense::configVersion))
                .update();
    }

    private static @Nullable String[] column(List<NewLicense> licenses,
            Function<NewLicense, @Nullable Object> value) {
        return licenses.stream()
                .map(license -> Objects.toString(value.apply(license), null))
                .toArray(String[]::new);
    }
}
