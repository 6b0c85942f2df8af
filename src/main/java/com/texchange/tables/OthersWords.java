package com.texchange.tables;

import java.util.Set;

/** Of what else there are numbers, codes and names, so that a heading with such a word is not that of a license or a company. */
public final class OthersWords {

    public static final Set<String> OF_NUMBERS = Set.of("телефона", "телефон", "тел", "договора", "заказа", "заявки", "счета", "паспорта",
            "устройства", "строки", "п п", "по порядку", "порядковый", "phone", "telephone", "mobile", "contract", "order", "invoice", "passport",
            "device", "row", "line");
    public static final Set<String> OF_CODES = Set.of("города", "региона", "дистрибьютора", "дистрибутора", "поставщика", "клиента",
            "товара", "страны", "city", "region", "distributor", "distributor s", "supplier", "customer", "country", "postal", "zip");
    public static final Set<String> OF_NAMES = Set.of("контакта", "улицы", "региона", "области", "товара", "банка", "contact", "street",
            "region", "product", "bank", "first", "last");

    private OthersWords() {
    }
}
