package com.texchange.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final PasswordPolicy POLICY = new PasswordPolicy(new GuessedPasswords(), new PasswordThreads());

    @ParameterizedTest
    @CsvSource({"7, false", "8, false", "14, false", "15, true", "64, true", "128, true", "129, false"})
    void isFrom15To128Long(int length, boolean good) {
        String text = "тёплый чай с лимоном у окна, my umbrella left on tram 28 ".repeat(3).substring(0, length);

        assertThat(refusal(text)).isEqualTo(good ? null : "passwords.length");
    }

    @Test
    void countsCharactersAndNotHalvesOfThem() {
        assertThat(refusal(emoji(128))).isNull();
        assertThat(refusal(emoji(129))).isEqualTo("passwords.length");
        assertThat(refusal(emoji(14))).isEqualTo("passwords.length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaaaaaaaa", "123456789012345", "111111111112222", "passwordpassword", "password12345678",
        "PASSWORD12345678", "P@ssw0rd P@ssw0rd", "qwertyuiopasdfgh", "йцукенгшщзхъфывап", "йцукенфывапрячсмит", "парольпарольпароль",
        "gfhjkmgfhjkmgfhjkm", "зфыыцщквзфыыцщкв", "зфыыцщкв123456789", "parolparolparol", "1q2w3e4r5t6y7u8i9o", "iloveyouiloveyou",
        "люблютебялюблютебя", "мамамылараму2026", "солнышкомоеясное", "наташанаташа2026", "lyubovlyubovlyubov", "абвабвабвабвабв",
        "Администратор2026", "qazwsxedcrfvtgb", "01.02.2003 01.02.2003"})
    void refusesWhatIsTriedFirst(String password) {
        assertThat(refusal(password)).isEqualTo("passwords.easy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a phrase of words", "тёплый чай с лимоном", "зонт остался в трамвае", "correct zebra battery", "Xk9#fPq2vLw8$Rt",
        "蓝色的雨伞留在了昨天的电车上面啊", "ქოლგა დარჩა ტრამვაიში"})
    void takesPhrasesInAnyScript(String password) {
        assertThat(refusal(password)).isNull();
    }

    @Test
    void tellsStrongOnesFromThoseThatWillDo() {
        assertThat(POLICY.judge("зонт остался в трамвае номер семь", Set.of(), PasswordPolicy.shortest(false)).strong()).isTrue();
        assertThat(POLICY.judge("мама папа и кошка", Set.of(), PasswordPolicy.shortest(false)).strong()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann-distributor-1", "AnnDistributor2026", "distributor ann ann", "ФттВшыекшигещк2026"})
    void isNotMadeOfKnownWords(String password) {
        assertThat(POLICY.judge(password, Set.of("ann", "distributor"), PasswordPolicy.shortest(false)).refusal()).isEqualTo("passwords.ownWords");
    }

    @Test
    void aKnownWordAmongOthersDoesNoHarm() {
        assertThat(POLICY.judge("ann lost an umbrella in a tram", Set.of("ann", "distributor"), PasswordPolicy.shortest(false)).refusal()).isNull();
    }

    private static String refusal(String password) {
        return POLICY.judge(password, Set.of(), PasswordPolicy.shortest(false)).refusal();
    }

    private static String emoji(int count) {
        return IntStream.range(0, count).mapToObj(i -> Character.toString(0x1F600 + i * 37 % 79)).collect(Collectors.joining());
    }
}
