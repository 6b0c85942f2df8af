package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.CleanText;
import com.texchange.common.SecretText;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes for whoever has lost the app: ten, each good once. They hold 120 random bits, so their plain hash tells nothing of them (ASVS
 * 5.0, 6.5.2, asks for 112). Those that were made earlier, of 80 bits in another alphabet, stay good until they are used or renewed.
 */
@Component
class RecoveryCodes {

    static final int COUNT = 10;
    /** Digits and small letters without those that are taken for another: i, l and o, and u to have 32, which is 5 bits each. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 24;
    private static final int GROUP = 4;
    /** What is read or typed instead: look-alikes, those of the Russian keyboard too. */
    private static final String TYPED = "oilавекмнорстух";
    private static final String MEANT = "011abekmh0pctyx";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    RecoveryCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** New ones; those before are good no more. Nobody can read them again. */
    List<String> renew(AccountId account) {
        removeAll(account);
        List<String> codes = Stream.generate(RecoveryCodes::random).limit(COUNT).toList();
        codes.forEach(code -> jdbc.sql("insert into recovery_code (account_id, code_hash) values (:account, :hash)")
                .param("account", account).param("hash", SecretText.hash(plain(code))).update());
        return codes;
    }

    /** Whether it is one of the person's; then it is used up. */
    boolean use(AccountId account, String typed) {
        String plain = plain(typed);
        return jdbc.sql("delete from recovery_code where account_id = :account and code_hash in (:hash, :asTyped)")
                .param("account", account).param("hash", SecretText.hash(meant(plain))).param("asTyped", SecretText.hash(plain))
                .update() == 1;
    }

    int left(AccountId account) {
        return jdbc.sql("select count(*) from recovery_code where account_id = :account").param("account", account)
                .query(Integer.class).single();
    }

    void removeAll(AccountId account) {
        jdbc.sql("delete from recovery_code where account_id = :account").param("account", account).update();
    }

    private static String random() {
        return IntStream.range(0, LENGTH).mapToObj(i -> (i > 0 && i % GROUP == 0 ? "-" : "") + ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())))
                .collect(Collectors.joining());
    }

    /** Without dashes, spaces and what nobody sees, however it was typed or copied. */
    private static String plain(String code) {
        return CleanText.line(code).replaceAll("[ \\p{Pd}]", "").toLowerCase(Locale.ROOT);
    }

    private static String meant(String plain) {
        return plain.codePoints().map(letter -> {
            int place = TYPED.indexOf(letter);
            return place < 0 ? letter : MEANT.charAt(place);
        }).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
