-- A company that the operator keeps out; its people are kept out with it, and come back with it.
alter table company add column off boolean not null default false;
alter table account add column off_with_company boolean not null default false;
create or replace view partners_company as
    select id, name, tax_id, city, contact_name, contact_phone, contact_email, supplier, distributor, time_zone, off from company;

alter table account_change drop constraint account_change_kind_check;
alter table account_change add constraint account_change_kind_check
    check (kind in ('INVITED', 'APPOINTED', 'SWITCHED_OFF', 'SWITCHED_ON', 'FACTOR_REMOVED', 'COMPANY_OFF', 'COMPANY_ON'));

-- Somebody has to look after the operator's people: who watches the processes of an installation did so by hand until now; where
-- nobody does, the sales department.
insert into account_role (account, role)
select person.id, 'ADMINISTRATOR'
from account person
where person.company_id is null and exists (select from account_role r where r.account = person.id and r.role =
    case when exists (select from account_role m join account a on a.id = m.account
        where m.role = 'PROCESS_MANAGER' and a.company_id is null and a.enabled) then 'PROCESS_MANAGER' else 'SALES' end);
