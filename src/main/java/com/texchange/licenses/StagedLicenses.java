package com.texchange.licenses;

import com.texchange.common.CompanyId;
import com.texchange.common.LoadId;
import com.texchange.common.PlannedAnew;
import com.texchange.licenses.SheetRow.Verdict;
import com.texchange.tables.CellFault;
import com.texchange.tables.MappedTable;
import com.texchange.tables.RowFault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of loads: read from their file once, then looked at and loaded from here. */
@Repository
@Transactional
class StagedLicenses {

    private static final int DELETED_AT_ONCE = 50_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    StagedLicenses(@PlannedAnew JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** How many there are, and where the last one begins. */
    record Extent(int rows, int lastLine) {
    }

    /** @throws com.texchange.common.RefusedException if the table cannot be read to its end */
    Extent copy(LoadId load, MappedTable<LicenseColumn> table) {
        return Objects.requireNonNull(template.execute((ConnectionCallback<Extent>) connection -> {
            try (CopiedRows rows = new CopiedRows(load, connection)) {
                table.each(row -> rows.accept(LicenseSheet.row(row)));
                rows.end();
                return new Extent(rows.rows(), rows.lastLine());
            }
        }));
    }

    /** Lets the planner know how many there are now. */
    void analyze() {
        jdbc.sql("analyze license_staged").update();
    }

    boolean exist(LoadId load) {
        return jdbc.sql("select exists (select from license_staged where load_id = :load)").param("load", load)
                .query(Boolean.class).single();
    }

    /** Those that will not be loaded come first. */
    List<SheetRow> page(LoadId load, @Nullable Verdict verdict, int offset, int limit) {
        boolean all = verdict == null;
        return jdbc.sql("select * from license_staged where load_id = :load"
                + (all ? " order by loadable, line" : verdict == Verdict.VALID ? " and loadable order by line"
                : " and verdict = :verdict and verdict <> 'VALID' order by line") + " offset :offset limit :limit")
                .param("load", load).param("verdict", Objects.requireNonNullElse(verdict, Verdict.VALID))
                .param("offset", offset).param("limit", limit)
                .query(StagedLicenses::row).list();
    }

    /** Those that will not be loaded, after a line. */
    List<SheetRow> rejected(LoadId load, int after, int limit) {
        return jdbc.sql("""
                select * from license_staged where load_id = :load and not loadable and line > :after order by line limit :limit""")
                .param("load", load).param("after", after).param("limit", limit)
                .query(StagedLicenses::row).list();
    }

    /** Adds the devices that rows in some lines name, and refuses rows that name another distributor's. */
    void addDevices(LoadId load, CompanyId distributor, int after, int upTo, Instant now) {
        jdbc.sql("""
                update license_staged set verdict = 'DEVICE_OF_OTHERS'
                where load_id = :load and loadable and line > :after and line <= :upTo and mdm_id is not null
                    and exists (select from device where device.mdm_id = license_staged.mdm_id)
                    and not exists (select from device
                        where device.distributor_id = :distributor and device.mdm_id = license_staged.mdm_id)""")
                .param("load", load).param("after", after).param("upTo", upTo).param("distributor", distributor).update();
        jdbc.sql("""
                insert into device (distributor_id, mdm_id, config_version, created_at)
                select :distributor, mdm_id, max(config_version), :now
                from license_staged
                where load_id = :load and loadable and line > :after and line <= :upTo and mdm_id is not null
                group by mdm_id order by mdm_id
                on conflict (distributor_id, mdm_id) do nothing""")
                .param("load", load).param("after", after).param("upTo", upTo).param("distributor", distributor)
                .param("now", now).update();
    }

    /**
     * Loads the valid rows of some lines. What has become known meanwhile is left as it is, and its row says so, yet not how: that
     * may be seen by a later statement only. A row is not loaded either whose owner's tax id, put right meanwhile, is nobody's by now or
     * another distributor's: the license does not become the distributor's for that. "Not in" puts the new numbers into a hash table,
     * however few PostgreSQL expects; "not exists" would compare each with each then.
     *
     * @return how many licenses are new
     */
    int load(LoadId load, CompanyId distributor, int after, int upTo, Instant now) {
        return jdbc.sql("""
                with fresh as (
                    insert into license (id, number, activation_code, distributor_id, owner_id, user_name, config_version, mdm_id,
                        device_id, created_at)
                    select gen_random_uuid(), staged.number, staged.activation_code, :distributor,
                        coalesce(owner.id, :distributor), staged.user_name,
                        coalesce(device.config_version, staged.config_version), staged.mdm_id, device.id, :now
                    from license_staged staged
                        left join partners_company owner on owner.tax_id = staged.owner_tax_id
                            and (owner.supplier or owner.id = :distributor)
                        left join device on device.distributor_id = :distributor and device.mdm_id = staged.mdm_id
                    where staged.load_id = :load and staged.loadable and staged.line > :after and staged.line <= :upTo
                        and (staged.owner_tax_id is null or owner.id is not null)
                    order by staged.number
                    on conflict do nothing
                    returning number
                ), left_out as (
                    update license_staged set verdict = case when owner_tax_id is null then 'KNOWN' else coalesce((
                            select case when owner.supplier or owner.id = :distributor then 'KNOWN' else 'OWNER_NO_SUPPLIER' end
                            from partners_company owner where owner.tax_id = license_staged.owner_tax_id), 'OWNER_UNKNOWN') end
                    where load_id = :load and loadable and line > :after and line <= :upTo
                        and number not in (select fresh.number from fresh)
                )
                select count(*) from fresh""")
                .param("load", load).param("distributor", distributor).param("after", after).param("upTo", upTo)
                .param("now", now).query(Integer.class).single();
    }

    /** The owners of the valid rows. */
    List<CompanyId> owners(LoadId load, CompanyId distributor) {
        return jdbc.sql("""
                select distinct coalesce(owner.id, :distributor) as id
                from (select distinct owner_tax_id from license_staged where load_id = :load and loadable) staged
                    left join partners_company owner on owner.tax_id = staged.owner_tax_id""")
                .param("load", load).param("distributor", distributor)
                .query((row, number) -> new CompanyId(row.getObject("id", UUID.class))).list();
    }

    /** Loads that are gone, of which rows are left: their removal was stopped in the midst. */
    List<LoadId> loadsGone() {
        return jdbc.sql("""
                select distinct load_id from license_staged
                where not exists (select 1 from license_load where license_load.id = license_staged.load_id)""")
                .query((row, number) -> new LoadId(row.getObject("load_id", UUID.class))).list();
    }

    /** @return whether there may be more */
    boolean deleteSome(LoadId load) {
        return jdbc.sql("""
                delete from license_staged where load_id = :load and ctid = any(array(
                    select ctid from license_staged where load_id = :load limit :limit))""")
                .param("load", load).param("limit", DELETED_AT_ONCE).update() == DELETED_AT_ONCE;
    }

    private static SheetRow row(ResultSet row, int number) throws SQLException {
        String mdmId = row.getString("mdm_id");
        return new SheetRow(row.getInt("line"), row.getString("number"), row.getString("activation_code"),
                text(row.getString("user_name")), text(row.getString("config_version")),
                mdmId == null ? text(row.getString("mdm_text")) : mdmId, text(row.getString("owner_tax_id")),
                Verdict.valueOf(row.getString("verdict")), fault(row), row.getInt("first_line"));
    }

    private static String text(@Nullable String cell) {
        return Objects.requireNonNullElse(cell, "");
    }

    static @Nullable RowFault fault(ResultSet row) throws SQLException {
        String fault = row.getString("fault");
        return fault == null ? null : new RowFault(CellFault.valueOf(fault), text(row.getString("fault_column")));
    }
}
