package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.accounts.SecondFactorProperties.People;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Position;
import com.texchange.common.Role;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecondFactorPropertiesTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void withoutAKeyNobodyCanBeRequiredToHaveAFactor() {
        assertThatThrownBy(() -> new SecondFactorProperties(Set.of(People.OPERATOR), 3, " "))
                .hasMessageContaining("second-factor.key is missing").hasMessageContaining("openssl rand -base64 32");
        assertThat(new SecondFactorProperties(Set.of(), 3, "").key()).isNull();
    }

    @Test
    void aKeyThatIsNoneIsRefusedAndNoneIsEverWritten() {
        assertThatThrownBy(() -> new SecondFactorProperties(Set.of(), 3, "short")).hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> new SecondFactorProperties(Set.of(), 3, KEY.substring(4))).hasMessageContaining("32 bytes");
        assertThat(new SecondFactorProperties(Set.of(), 3, KEY)).asString().doesNotContain(KEY);
    }

    @Test
    void aSecretIsReadByItsKeyAndForItsOwnerOnly() {
        FactorSecrets secrets = new FactorSecrets(new InstallationKey(new SecondFactorProperties(Set.of(), 3, KEY)));
        FactorSecrets others = new FactorSecrets(new InstallationKey(new SecondFactorProperties(Set.of(), 3, KEY.replace("AAAAA", "BBBBB"))));
        AccountId owner = AccountId.random();
        byte[] kept = secrets.encrypt(owner, new byte[] {1, 2, 3});

        assertThat(secrets.decrypt(owner, kept)).containsExactly(1, 2, 3);
        assertThat(secrets.encrypt(owner, new byte[] {1, 2, 3})).isNotEqualTo(kept);
        assertThatThrownBy(() -> secrets.decrypt(AccountId.random(), kept)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> others.decrypt(owner, kept)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRuleIsAboutWhomItSays() {
        CompanyId company = CompanyId.random();
        assertThat(rules(null, Position.LICENSE_MANAGER)).containsExactlyInAnyOrder(People.OPERATOR, People.EVERYBODY);
        assertThat(rules(company, Position.ADMINISTRATOR)).containsExactlyInAnyOrder(People.ADMINISTRATORS, People.GRANT_HOLDERS, People.EVERYBODY);
        assertThat(rules(company, Position.LICENSE_MANAGER)).containsExactlyInAnyOrder(People.GRANT_HOLDERS, People.EVERYBODY);
        assertThat(rules(company, Position.READER)).containsExactly(People.EVERYBODY);
    }

    private static Set<People> rules(@Nullable CompanyId company, Position position) {
        Actor actor = new Actor(AccountId.random(), "Ann", new EmailAddress("ann@example.com"), Set.of(Role.SUPPLIER), company, position);
        return Set.of(People.values()).stream().filter(people -> people.include(actor, one -> true))
                .collect(Collectors.toUnmodifiableSet());
    }
}
