package com.texchange.demo;

import com.texchange.common.CompanyId;
import com.texchange.licenses.NewLicense;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Invented licenses, the same at every start. */
final class DemoLicenses {

    static final int COUNT = 200;
    private static final long SEED = 18902;
    private static final String CONFIGURATION = "1.0.24.0.800";
    private static final List<String> SURNAMES = List.of("Берёзкин", "Ветров", "Горкин", "Дальнов", "Ежов", "Жемчугов",
            "Зорин", "Иволгин", "Калинин", "Лугов", "Малинин", "Нивин", "Озеров", "Полянов", "Ручьёв", "Степной",
            "Травин", "Урманов", "Холмов", "Шмелёв");
    private static final List<String> FIRST_NAMES = List.of("Алексей", "Борис", "Виктор", "Глеб", "Денис", "Егор",
            "Захар", "Игорь", "Кирилл", "Лев");

    private DemoLicenses() {
    }

    static List<NewLicense> of(CompanyId distributor) {
        return licenses(distributor, distributor, "demo device ", COUNT, SEED);
    }

    /** Of the distributor that works with the supplier already; a part of them belongs to the supplier. */
    static List<NewLicense> ofPartner(CompanyId distributor, CompanyId owner, int count) {
        boolean own = owner.equals(distributor);
        return licenses(distributor, owner, own ? "partner's device " : "supplier's device ", count, own ? SEED + 1 : SEED + 2);
    }

    private static List<NewLicense> licenses(CompanyId distributor, CompanyId owner, String devices, int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(number -> new NewLicense(
                digits(random, 20), activationCode(random), distributor, owner, agent(number),
                CONFIGURATION, UUID.nameUUIDFromBytes((devices + number).getBytes(StandardCharsets.UTF_8))))
                .toList();
    }

    /** Each name once: there are as many pairs as licenses. */
    private static String agent(int number) {
        return SURNAMES.get(number % SURNAMES.size()) + " " + FIRST_NAMES.get(number / SURNAMES.size());
    }

    private static String activationCode(Random random) {
        return String.join("-", digits(random, 4), digits(random, 4), digits(random, 4), digits(random, 4));
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder().append(1 + random.nextInt(9));
        while (digits.length() < count) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
