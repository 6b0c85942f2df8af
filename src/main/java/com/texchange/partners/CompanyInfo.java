package com.texchange.partners;

import com.texchange.audit.TypedText;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Role;
import com.texchange.common.TaxId;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A registered company; it can be supplier and distributor at once. */
public record CompanyInfo(CompanyId id, String name, @Nullable TaxId taxId, @Nullable String city,
        @Nullable String contactName, @Nullable String contactPhone, @Nullable EmailAddress contactEmail,
        boolean supplier, boolean distributor) {

    /** All that is written on its card, on one line. */
    String data() {
        return Stream.of(TypedText.of(name), taxId, TypedText.ofNullable(city), TypedText.ofNullable(contactName),
                TypedText.ofNullable(contactPhone), contactEmail, supplier ? Role.SUPPLIER : null, distributor ? Role.DISTRIBUTOR : null)
                .filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining(" · "));
    }
}
