-- Passkeys, by which people sign in. What is kept of one is public: the other half of the key never leaves its device.
create table passkey (
    credential_id      bytea primary key,
    account_id         uuid         not null references account on delete cascade,
    -- By which its owner knows it.
    name               varchar(60)  not null,
    public_key         bytea        not null,
    -- What the device said when it made the key; the key is read from there whenever it is used.
    attestation_object bytea        not null,
    transports         varchar(200) not null,
    backup_eligible    boolean      not null,
    backed_up          boolean      not null,
    -- Grows with each use, if the device counts: a lower one comes from a copy.
    signature_count    bigint       not null,
    created_at         timestamptz  not null,
    last_used          timestamptz
);
create index passkey_account on passkey (account_id);
