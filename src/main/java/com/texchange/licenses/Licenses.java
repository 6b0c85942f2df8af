package com.texchange.licenses;

import com.texchange.common.CompanyId;
import java.util.List;
import org.springframework.stereotype.Service;

/** The mobile licenses of the distributors. */
@Service
public class Licenses {

    /** Whether any license of the distributor belongs to the supplier, which locks delegation. */
    public boolean ownedBySupplier(CompanyId supplier, CompanyId distributor) {
        throw new UnsupportedOperationException();
    }

    /**
     * Loads licenses in one go; those whose number or activation code is known already are left as they are. Access is
     * the caller's matter.
     *
     * @return how many were new
     */
    public int load(List<NewLicense> licenses) {
        throw new UnsupportedOperationException();
    }

    /** How many licenses the distributor has. */
    public int count(CompanyId distributor) {
        throw new UnsupportedOperationException();
    }
}
