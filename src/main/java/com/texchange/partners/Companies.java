package com.texchange.partners;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.CompanyId;
import com.texchange.common.SearchWords;
import com.texchange.common.TaxId;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** The registered companies. */
@Service
@Validated
@Transactional
public class Companies {

    private final CompanyRepository repository;
    private final KnownCompanies known;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;

    Companies(CompanyRepository repository, KnownCompanies known, JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.repository = repository;
        this.known = known;
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** @throws java.util.NoSuchElementException if there is none */
    @Transactional(readOnly = true)
    public CompanyInfo get(CompanyId id) {
        return known.find(id).orElseThrow().info();
    }

    /** So that the transaction, which is about to {@link #get} each of them, asks the database once. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public void readTogether(Collection<CompanyId> ids) {
        known.readTogether(ids);
    }

    @Transactional(readOnly = true)
    public Optional<CompanyInfo> find(TaxId taxId) {
        return repository.findByTaxId(taxId).map(Company::info);
    }

    /** The same for who is about to register it: until the transaction ends, nobody else registers one with the tax id. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<CompanyInfo> findToRegister(TaxId taxId) {
        return locked(taxId).map(Company::info);
    }

    /** Until the transaction ends, nobody else decides who belongs to the company. First of all locks on its people. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(CompanyId id) {
        jdbc.sql("select from company where id = :id for no key update").param("id", id).query(row -> { });
    }

    /** Whether the operator keeps the company's people out. */
    @Transactional(readOnly = true)
    public boolean isOff(CompanyId id) {
        return jdbc.sql("select off from company where id = :id").param("id", id).query(Boolean.class).single();
    }

    /** Notes that they are kept out, or not any more; whoever calls this does so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void switchOff(CompanyId id, boolean off) {
        jdbc.sql("update company set off = :off, version = version + 1 where id = :id").param("off", off).param("id", id).update();
        known.forget();
    }

    /** Registers a company, or gives the one that has its tax id already, with the flags added. */
    public CompanyInfo register(@Valid NewCompany company) {
        Optional<Company> found = stored(company);
        Company registered = found.orElseGet(() -> Company.register(company, clock.instant()));
        CompanyInfo before = registered.info();
        registered.widen(company.supplier(), company.distributor());
        return save(registered, found.isPresent() ? before : null);
    }

    /** Lets a registered company be a distributor too; repeating it changes nothing. */
    public CompanyInfo addDistributor(CompanyId id) {
        return widen(id, false, true);
    }

    /** Lets a registered company be a supplier too; repeating it changes nothing. */
    public CompanyInfo addSupplier(CompanyId id) {
        return widen(id, true, false);
    }

    private CompanyInfo widen(CompanyId id, boolean supplier, boolean distributor) {
        Company registered = repository.findById(id).orElseThrow();
        CompanyInfo before = registered.info();
        registered.widen(supplier, distributor);
        return save(registered, before);
    }

    /** @param before null if it is new */
    private CompanyInfo save(Company company, @Nullable CompanyInfo before) {
        known.forget();
        CompanyInfo saved = repository.save(company).info();
        if (!saved.equals(before)) {
            audit.record(Audited.of(before == null ? AuditKind.COMPANY_REGISTERED : AuditKind.COMPANY_CHANGED, null)
                    .about(AuditSubject.company(saved.id(), saved.name())).concerning(saved.id())
                    .values(before == null ? null : before.data(), saved.data()));
        }
        return saved;
    }

    /** Distributors in whose name or tax id all words are, by name. */
    @Transactional(readOnly = true)
    public List<CompanyInfo> distributors(String words, int offset, int limit) {
        SearchWords searched = SearchWords.of(words);
        return jdbc.sql("select * from company where distributor" + searched.sql("search like %s")
                        + " order by name collate common_alphabet, id offset :offset limit :limit")
                .params(searched.parameters())
                .param("offset", offset)
                .param("limit", limit)
                .query(CompanyInfo.class).list();
    }

    private Optional<Company> stored(NewCompany company) {
        TaxId taxId = company.taxId();
        return taxId == null ? Optional.empty() : locked(taxId);
    }

    private Optional<Company> locked(TaxId taxId) {
        // Two registrations of one tax id at a time: the second waits, then finds the first.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('company ' || :taxId, 0))")
                .param("taxId", taxId).query().singleRow();
        return repository.findByTaxId(taxId);
    }
}
