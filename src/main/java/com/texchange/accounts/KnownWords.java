package com.texchange.accounts;

import com.texchange.common.CompanyId;
import com.texchange.common.SearchWords;
import com.texchange.partners.Companies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Words that everybody knows of a person: names, address, company and this product; as they are, in Latin letters, on the other keyboard. */
@Component
class KnownWords {

    private static final int SHORTEST = 3;
    private static final List<String> PRODUCT = List.of("t-exchange", "texchange", "exchange", "t-обмен", "т-обмен", "тобмен", "обмен");

    private final Companies companies;

    KnownWords(Companies companies) {
        this.companies = companies;
    }

    Collection<String> about(Account account) {
        List<String> texts = new ArrayList<>(PRODUCT);
        texts.addAll(Arrays.asList(account.email().value().split("[@.+_-]")));
        texts.addAll(SearchWords.of(account.name()).words());
        CompanyId company = account.companyId();
        if (company != null) {
            texts.addAll(SearchWords.of(companies.get(company).name()).words());
        }
        return texts.stream().map(GuessedPasswords::plain)
                .flatMap(text -> Stream.of(text, KeyboardLayouts.inLatinLetters(text), KeyboardLayouts.onLatinKeys(text)))
                .filter(text -> text.length() >= SHORTEST).collect(Collectors.toSet());
    }
}
