-- Addresses that the configuration has named as those of first people. It may stay as it is for years, and must not bring back who is erased, nor
-- open a second account for who has another address by now: so each address is looked at once. Of each only the hash is kept, since it can be
-- that of somebody who is erased.
create table first_person (
    address_hash bytea       primary key,
    noted_at     timestamptz not null
);
insert into first_person (address_hash, noted_at)
select sha256(convert_to(recipient, 'UTF8')), min(queued_at) from mail_delivery where template = 'first-account' group by recipient;
