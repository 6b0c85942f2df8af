package com.texchange.partners;

import com.texchange.common.CompanyId;
import com.texchange.common.TaxId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The registered companies. */
@Service
public class Companies {

    /** @throws java.util.NoSuchElementException if there is none */
    public Company get(CompanyId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Company> find(TaxId taxId) {
        throw new UnsupportedOperationException();
    }

    /** Registers a company, or gives the one that has its tax id already, with the flags added. */
    public Company register(NewCompany company) {
        throw new UnsupportedOperationException();
    }

    /** Distributors whose name or tax id begins with a text, by name. */
    public List<Company> distributors(String beginning, int offset, int limit) {
        throw new UnsupportedOperationException();
    }
}
