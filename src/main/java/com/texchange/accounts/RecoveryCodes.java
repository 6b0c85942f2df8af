package com.texchange.accounts;

import com.texchange.common.AccountId;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes for whoever has lost the app: ten, each good once. They hold 80 random bits, so their plain hash tells nothing of them.
 */
@Component
class RecoveryCodes {

    static final int COUNT = 10;
    private static final int BYTES = 10;
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
        return jdbc.sql("delete from recovery_code where account_id = :account and code_hash = :hash")
                .param("account", account).param("hash", SecretText.hash(plain(typed))).update() == 1;
    }

    int left(AccountId account) {
        return jdbc.sql("select count(*) from recovery_code where account_id = :account").param("account", account)
                .query(Integer.class).single();
    }

    void removeAll(AccountId account) {
        jdbc.sql("delete from recovery_code where account_id = :account").param("account", account).update();
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String text = new Base32().encodeToString(bytes).toLowerCase(Locale.ROOT);
        return String.join("-", IntStream.range(0, 4).mapToObj(part -> text.substring(part * 4, part * 4 + 4)).toList());
    }

    /** Without dashes and spaces, however it was typed. */
    private static String plain(String code) {
        return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
