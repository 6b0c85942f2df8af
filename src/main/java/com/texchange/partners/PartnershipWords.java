package com.texchange.partners;

import com.texchange.common.CompanyId;
import com.texchange.common.DistributorCode;
import com.texchange.common.TaxId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a place in a supplier's network is named in one line, and by which words people look for it. */
@Component
public class PartnershipWords {

    private final Companies companies;

    PartnershipWords(Companies companies) {
        this.companies = companies;
    }

    /** The supplier and the distributor's code there. */
    public String line(PartnershipInfo place) {
        return line(companies.get(place.supplierId()).name(), place.code());
    }

    /** The same for who has the supplier's name. */
    public static String line(String supplier, DistributorCode code) {
        return supplier + " · " + code;
    }

    /**
     * Names and tax ids of those whom it concerns.
     *
     * @param distributor also one that has not joined yet; null if nobody has taken the invitation up
     */
    public List<String> of(PartnershipInfo place, @Nullable CompanyId distributor) {
        List<String> words = new ArrayList<>(List.of(place.invitee().name()));
        Stream.of(place.supplierId(), distributor).filter(Objects::nonNull).map(companies::get).forEach(company -> {
            words.add(company.name());
            Optional.ofNullable(company.taxId()).map(TaxId::value).ifPresent(words::add);
        });
        return words;
    }
}
