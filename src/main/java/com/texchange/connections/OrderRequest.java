package com.texchange.connections;

import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.Selection;
import com.texchange.common.SingleLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks for in one go.
 *
 * @param supplier into whose service, or out of it; of a move null, unless the supplier's people place it
 * @param licenses of the distributor, as chosen in a list
 * @param target   where they are moved; null in orders that move none
 * @param reason   in the person's words, for both companies to read; null if none is given
 */
public record OrderRequest(OrderKind kind, @Nullable CompanyId supplier, CompanyId distributor,
        Selection<LicenseId, LicenseFilter> licenses, @Valid @Nullable MoveTarget target,
        @Size(max = 500) @SingleLine @Nullable String reason) {

    /** To connect or to disconnect. */
    public OrderRequest(OrderKind kind, CompanyId supplier, CompanyId distributor,
            Selection<LicenseId, LicenseFilter> licenses, @Nullable String reason) {
        this(kind, supplier, distributor, licenses, null, reason);
    }

    /** The same for a reason. */
    public OrderRequest because(@Nullable String why) {
        return new OrderRequest(kind, supplier, distributor, licenses, target, why);
    }
}
