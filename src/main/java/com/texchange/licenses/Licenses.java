package com.texchange.licenses;

import com.texchange.common.CompanyId;
import org.springframework.stereotype.Service;

/** The mobile licenses of the distributors. */
@Service
public class Licenses {

    /** Whether any license of the distributor belongs to the supplier, which locks delegation. */
    public boolean ownedBySupplier(CompanyId supplier, CompanyId distributor) {
        throw new UnsupportedOperationException();
    }

    /** How many licenses the distributor has. */
    public int count(CompanyId distributor) {
        throw new UnsupportedOperationException();
    }
}
