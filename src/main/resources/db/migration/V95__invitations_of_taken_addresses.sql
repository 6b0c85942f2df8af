-- Whoever invites an address that has an account elsewhere is not told so: the invitation stands as any other, but the address stays
-- with its owner's account. Then it stands here, and "email" is one that nobody has.
alter table account add column invited_address text;
create unique index account_invited_address on account (invited_address, company_id) nulls not distinct where invited_address is not null;
