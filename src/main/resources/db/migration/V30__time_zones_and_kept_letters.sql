-- By whose clock a company's people read times: a name of the IANA database; null for the operator's.
alter table company add column time_zone varchar(50);

create or replace view partners_company as
    select id, name, tax_id, city, contact_name, contact_phone, contact_email, supplier, distributor, time_zone from company;

-- The language names the sender; answers go to whom a letter speaks for. Letters that wait already have neither.
alter table mail_delivery
    add column language varchar(2),
    add column reply_to varchar(254),
    add column reply_name varchar(200);
comment on column mail_delivery.html is
    'As it goes out while it waits, with its secret links; then, if it belongs to a reference, as it was sent but without the
     secrets, for a limited time. Null once it is forgotten, and for letters that were finished before texts were kept.';
create index mail_delivery_recipient on mail_delivery (recipient, queued_at);
create index mail_delivery_kept on mail_delivery (finished_at) where html is not null and state <> 'QUEUED';
