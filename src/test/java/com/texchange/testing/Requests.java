package com.texchange.testing;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import java.util.Set;

/** What people ask for in tests. */
public final class Requests {

    private Requests() {
    }

    /** Licenses of the person's company, chosen one by one, are to be connected. */
    public static OrderRequest connect(CompanyId supplier, Set<LicenseId> licenses, Actor distributor) {
        return of(OrderKind.CONNECT, supplier, distributor.companyAs(Role.DISTRIBUTOR), licenses);
    }

    /** Licenses chosen one by one. */
    public static OrderRequest of(OrderKind kind, CompanyId supplier, CompanyId distributor, Set<LicenseId> licenses) {
        return new OrderRequest(kind, supplier, distributor, new Selection.Chosen<>(licenses), null);
    }
}
