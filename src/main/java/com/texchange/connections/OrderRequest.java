package com.texchange.connections;

import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.Selection;
import com.texchange.common.SingleLine;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks for in one go.
 *
 * @param licenses of the distributor, as chosen in a list
 * @param reason   in the person's words, for both companies to read; null if none is given
 */
public record OrderRequest(OrderKind kind, CompanyId supplier, CompanyId distributor,
        Selection<LicenseId, LicenseFilter> licenses, @Size(max = 500) @SingleLine @Nullable String reason) {

    /** The same for a reason. */
    public OrderRequest because(@Nullable String why) {
        return new OrderRequest(kind, supplier, distributor, licenses, why);
    }
}
