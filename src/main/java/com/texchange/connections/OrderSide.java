package com.texchange.connections;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/**
 * For whom a person places an order. A distributor does with its licenses what it likes, the sales department helps anybody, a
 * supplier needs ownership or a grant.
 *
 * @param company null for the operator
 */
record OrderSide(@Nullable CompanyId company) {

    /**
     * @throws AccessDeniedException if the person belongs to neither company and not to the sales department
     * @throws com.texchange.common.RefusedException if the person only reads
     */
    static OrderSide of(@Nullable CompanyId supplier, CompanyId distributor, Actor actor) {
        actor.requireActing();
        if (actor.has(Role.SALES)) {
            return new OrderSide(null);
        }
        if (actor.has(Role.DISTRIBUTOR) && distributor.equals(actor.companyId())) {
            return new OrderSide(distributor);
        }
        if (supplier != null && actor.has(Role.SUPPLIER) && supplier.equals(actor.companyId())) {
            return new OrderSide(supplier);
        }
        throw new AccessDeniedException("acts for neither company");
    }
}
