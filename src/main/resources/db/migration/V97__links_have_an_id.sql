-- Whoever is between the two steps of signing in goes on as long as the link is there by which the server knows the person: that one, not another that
-- was made after it was forgotten.
alter table identity_link add column id uuid not null unique default gen_random_uuid();
