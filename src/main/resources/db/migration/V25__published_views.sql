-- What other modules may read (docs/decisions/013). A view belongs to the module with whose name its own begins; that module
-- alone changes it, its tables stay its own affair. Joins are outer joins by unique keys: PostgreSQL leaves out those of which
-- a statement uses nothing, so that counting stays as cheap as on the table.

-- Without passwords.
create view accounts_person as
    select id, name, email, language, company_id, enabled, password_hash is not null as can_sign_in from account;
comment on view accounts_person is 'Owner: accounts. People, by account.';
create view accounts_role as select account as person_id, role from account_role;
comment on view accounts_role is 'Owner: accounts. The roles of people.';

create view partners_company as
    select id, name, tax_id, city, contact_name, contact_phone, contact_email, supplier, distributor from company;
comment on view partners_company is 'Owner: partners. Registered companies.';
create view partners_partnership as
    select id, supplier_id, distributor_id, code, delegated, established_at,
        invitee_name, invitee_email, invitee_tax_id, invitee_city
    from partnership;
comment on view partners_partnership is 'Owner: partners. Places in suppliers'' networks, of those invited too.';

-- Without texts: they can hold secret links.
create view mail_letter as
    select id, template, reference, recipient, subject, state, attempts, last_error, queued_at, next_attempt_at, finished_at
    from mail_delivery;
comment on view mail_letter is 'Owner: mail. What becomes of letters.';

create view tasks_task as
    select t.task_key, t.element_id, t.subject_id, t.subject, t.candidate_groups, t.assignee, p.name as assignee_name, t.state,
        t.created_at, t.due_at
    from user_task t left join accounts_person p on p.id = t.assignee;
comment on view tasks_task is 'Owner: tasks. Tasks of the inbox, with who has claimed them.';

create view licenses_order as
    select o.id, o.state, o.own_process, o.supplier_id, s.name as supplier, o.distributor_id, d.name as distributor, p.code
    from connection_order o
        left join partners_company s on s.id = o.supplier_id
        left join partners_company d on d.id = o.distributor_id
        left join partners_partnership p on p.supplier_id = o.supplier_id and p.distributor_id = o.distributor_id;
comment on view licenses_order is 'Owner: licenses. Orders to connect licenses, with the names of both companies.';

create or replace view licenses_delegation as
    select s.id as supplier_id, d.id as distributor_id, coalesce(p.delegated, false) as granted,
        s.id <> d.id and exists (select from license l where l.owner_id = s.id and l.distributor_id = d.id) as locked
    from partners_company s cross join partners_company d
        left join partners_partnership p on p.supplier_id = s.id and p.distributor_id = d.id;

create view registrations_request as
    select id, onboarding_id, company_name, state from registration;
comment on view registrations_request is 'Owner: registrations. Wishes to be registered.';

create view onboarding_line as
    select o.id, o.partnership_id, o.supplier_id, o.distributor_id, o.connection_order_id, o.language, o.stage, o.stage_since,
        o.letter_state, o.reason, o.invited_by, o.invited_at, o.expires_at, o.process_ended_at, o.process_instance_key,
        p.code, s.name as supplier, coalesce(d.name, p.invitee_name) as distributor, p.invitee_email as email,
        coalesce(d.tax_id, p.invitee_tax_id) as tax_id, coalesce(d.city, p.invitee_city) as city, a.name as inviter
    from onboarding o
        left join partners_partnership p on p.id = o.partnership_id
        left join partners_company s on s.id = o.supplier_id
        left join partners_company d on d.id = o.distributor_id
        left join accounts_person a on a.id = o.invited_by;
comment on view onboarding_line is 'Owner: onboarding. Onboardings with the names, the code and the address that lists show.';
