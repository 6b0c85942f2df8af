package com.texchange.accounts;

import com.texchange.common.AccountId;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** The table {@code passkey}, also as Spring Security reads and writes it. */
@Component
class PasskeyRows implements UserCredentialRepository {

    private static final String SELECT = "select * from passkey where ";
    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What devices know an account by: nothing of the person. */
    static Bytes handle(AccountId account) {
        UUID id = account.value();
        return new Bytes(ByteBuffer.allocate(Long.BYTES * 2).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array());
    }

    static AccountId account(Bytes handle) {
        ByteBuffer id = ByteBuffer.wrap(handle.getBytes());
        return new AccountId(new UUID(id.getLong(), id.getLong()));
    }

    /** The oldest first. */
    List<Passkey> of(AccountId account) {
        return jdbc.sql("""
                select encode(credential_id, 'hex') as id, name, created_at, last_used from passkey
                where account_id = :account order by created_at, credential_id
                """)
                .param("account", account).query(Passkey.class).list();
    }

    boolean has(AccountId account) {
        return jdbc.sql("select exists (select from passkey where account_id = :account)").param("account", account)
                .query(Boolean.class).single();
    }

    /** @param id of {@link Passkey} */
    void remove(String id, AccountId account) {
        jdbc.sql("delete from passkey where encode(credential_id, 'hex') = :id and account_id = :account")
                .param("id", id).param("account", account).update();
    }

    void removeAll(AccountId account) {
        jdbc.sql("delete from passkey where account_id = :account").param("account", account).update();
    }

    @Override
    public void delete(Bytes credential) {
        jdbc.sql("delete from passkey where credential_id = :id").param("id", credential.getBytes()).update();
    }

    /** @throws CopiedPasskeyException if it was used elsewhere meanwhile, by somebody who has a copy */
    @Override
    public void save(CredentialRecord record) {
        if (findByCredentialId(record.getCredentialId()) == null) {
            insert(record);
        } else if (!use(record)) {
            throw new CopiedPasskeyException();
        }
    }

    private void insert(CredentialRecord record) {
        jdbc.sql("""
                insert into passkey (credential_id, account_id, name, public_key, attestation_object, transports, backup_eligible,
                    backed_up, signature_count, created_at)
                values (:id, :account, :name, :key, :attestation, :transports, :eligible, :backedUp, :count, :now)
                """)
                .param("id", record.getCredentialId().getBytes()).param("account", account(record.getUserEntityUserId()))
                .param("name", record.getLabel()).param("key", record.getPublicKey().getBytes())
                .param("attestation", Objects.requireNonNull(record.getAttestationObject()).getBytes())
                .param("transports", record.getTransports().stream().map(AuthenticatorTransport::getValue).collect(Collectors.joining(",")))
                .param("eligible", record.isBackupEligible()).param("backedUp", record.isBackupState())
                .param("count", record.getSignatureCount()).param("now", clock.instant()).update();
    }

    /** Of two who come with the same count at once, one is let in. Devices that do not count say 0. */
    private boolean use(CredentialRecord record) {
        return jdbc.sql("""
                update passkey set signature_count = :count, last_used = :now
                where credential_id = :id and (signature_count < :count or signature_count = 0 and :count = 0)
                """)
                .param("id", record.getCredentialId().getBytes()).param("count", record.getSignatureCount())
                .param("now", clock.instant()).update() == 1;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return jdbc.sql(SELECT + "credential_id = :id").param("id", credential.getBytes()).query(PasskeyRows::record).optional().orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql(SELECT + "account_id = :account").param("account", account(handle)).query(PasskeyRows::record).list();
    }

    private static CredentialRecord record(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder().credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(handle(new AccountId(row.getObject("account_id", UUID.class))))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count")).uvInitialized(true)
                .transports(transports(row.getString("transports")))
                .backupEligible(row.getBoolean("backup_eligible")).backupState(row.getBoolean("backed_up"))
                .attestationObject(new Bytes(row.getBytes("attestation_object"))).label(row.getString("name")).build();
    }

    private static Set<AuthenticatorTransport> transports(String listed) {
        return Arrays.stream(listed.split(",")).filter(one -> !one.isEmpty()).map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
