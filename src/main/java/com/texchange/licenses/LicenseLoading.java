package com.texchange.licenses;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.TaxId;
import com.texchange.licenses.SheetRow.Verdict;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import com.texchange.tables.MappedTable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sales department loads a distributor's licenses from a table: first looks what it holds, then loads. */
@Service
@Transactional(readOnly = true)
public class LicenseLoading {

    private final Licenses licenses;
    private final Companies companies;
    private final JdbcClient jdbc;

    LicenseLoading(Licenses licenses, Companies companies, JdbcClient jdbc) {
        this.licenses = licenses;
        this.companies = companies;
        this.jdbc = jdbc;
    }

    /** Distributors in whose name or tax id all words are, by name. */
    public List<CompanyInfo> distributors(String words, int offset, int limit, Actor actor) {
        actor.require(Role.SALES);
        return companies.distributors(words, offset, limit);
    }

    /** The license with that number or activation code, however it is written: with dashes, spaces or neither. */
    public Optional<LicenseId> find(String numberOrCode, Actor actor) {
        actor.require(Role.SALES);
        String digits = numberOrCode.replaceAll("[^0-9]", "");
        return jdbc.sql("select id from license where number = :digits or activation_code = :code limit 1")
                .param("digits", digits)
                .param("code", digits.replaceFirst("^([0-9]{4})([0-9]{4})([0-9]{4})([0-9]{4})$", "$1-$2-$3-$4"))
                .query(UUID.class).optional().map(LicenseId::new);
    }

    /**
     * What loading would do with each row.
     *
     * @throws RefusedException if the table lacks a column or has no rows
     */
    public List<SheetRow> check(MappedTable<LicenseColumn> table, Actor actor) {
        actor.require(Role.SALES);
        List<SheetRow> rows = LicenseSheet.read(table);
        return markKnown(rows, owners(rows));
    }

    /**
     * Loads the valid rows for a distributor.
     *
     * @return how many licenses are new
     * @throws RefusedException as {@link #check}, or if the company is no distributor
     */
    @Transactional
    public int load(CompanyId distributor, MappedTable<LicenseColumn> table, Actor actor) {
        List<SheetRow> rows = check(table, actor);
        if (!companies.get(distributor).distributor()) {
            throw new RefusedException("licenses.load.noDistributor");
        }
        Map<String, CompanyId> owners = owners(rows);
        return licenses.load(rows.stream().filter(row -> row.is(Verdict.VALID))
                .map(row -> license(row, distributor, owners.getOrDefault(row.ownerTaxId(), distributor)))
                .toList());
    }

    private Map<String, CompanyId> owners(List<SheetRow> rows) {
        Set<TaxId> taxIds = rows.stream().filter(row -> row.is(Verdict.VALID)).map(SheetRow::ownerTaxId)
                .filter(taxId -> !taxId.isEmpty()).map(TaxId::new).collect(Collectors.toSet());
        return companies.find(taxIds).stream()
                .collect(Collectors.toMap(owner -> Objects.requireNonNull(owner.taxId()).value(), CompanyInfo::id));
    }

    private List<SheetRow> markKnown(List<SheetRow> rows, Map<String, CompanyId> owners) {
        Set<String> known = new HashSet<>(jdbc.sql("""
                select number from license where number = any(:numbers)
                union all select activation_code from license where activation_code = any(:codes)""")
                .param("numbers", rows.stream().map(SheetRow::number).toArray(String[]::new))
                .param("codes", rows.stream().map(SheetRow::activationCode).toArray(String[]::new))
                .query(String.class).list());
        return rows.stream().map(row -> {
            if (!row.is(Verdict.VALID)) {
                return row;
            }
            if (known.contains(row.number()) || known.contains(row.activationCode())) {
                return row.with(Verdict.KNOWN);
            }
            boolean ownerFound = row.ownerTaxId().isEmpty() || owners.containsKey(row.ownerTaxId());
            return ownerFound ? row : row.with(Verdict.OWNER_UNKNOWN);
        }).toList();
    }

    private static NewLicense license(SheetRow row, CompanyId distributor, CompanyId owner) {
        return new NewLicense(row.number(), row.activationCode(), distributor, owner, textOrNull(row.userName()),
                textOrNull(row.configVersion()), row.mdmId().isEmpty() ? null : UUID.fromString(row.mdmId()));
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
