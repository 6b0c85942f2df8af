package com.texchange.testing;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.grants.GrantInfo;
import com.texchange.grants.GrantTerms;
import com.texchange.grants.GrantVersion;
import com.texchange.grants.Grants;
import java.util.Set;

/** What people ask for in tests. */
public final class Requests {

    private Requests() {
    }

    /** Licenses of the person's company, chosen one by one, are to be connected. */
    public static OrderRequest connect(CompanyId supplier, Set<LicenseId> licenses, Actor distributor) {
        return of(OrderKind.CONNECT, supplier, distributor.companyAs(Role.DISTRIBUTOR), licenses);
    }

    /** A partner is allowed that, by somebody who knows what it is allowed. @return whether that changes anything */
    public static boolean allow(Grants grants, CompanyId supplier, GrantTerms terms, Actor distributor) {
        GrantVersion seen = grants.given(supplier, distributor).map(GrantInfo::version).orElse(GrantVersion.NONE);
        return grants.change(supplier, seen, terms, distributor);
    }

    /** Licenses chosen one by one. */
    public static OrderRequest of(OrderKind kind, CompanyId supplier, CompanyId distributor, Set<LicenseId> licenses) {
        return new OrderRequest(kind, supplier, distributor, new Selection.Chosen<>(licenses), null);
    }
}
