-- Browsers in which somebody has chosen to be remembered. A browser keeps a name and a secret that changes with each use; here are the hashes of
-- both, and for a short while that of the secret before: pages that a browser restores at once all come with it.
create table remembered_browser (
    series_hash  bytea primary key,
    account_id   uuid        not null references account on delete cascade,
    token_hash   bytea       not null,
    earlier_hash bytea,
    replaced_at  timestamptz,
    last_used    timestamptz not null
);
create index remembered_browser_account on remembered_browser (account_id);
create index remembered_browser_last_used on remembered_browser (last_used);

-- Those that are remembered stay so; their secrets lay in clear until now.
insert into remembered_browser (series_hash, account_id, token_hash, last_used)
select sha256(convert_to(l.series, 'UTF8')), a.id, sha256(convert_to(l.token, 'UTF8')), l.last_used::timestamptz
from persistent_logins l join account a on a.email = l.username;
drop table persistent_logins;

-- How often a remembered browser of the person was taken for stolen; sessions that began before end with it.
alter table account add column thefts integer not null default 0;
