-- Each order in which lists are read is an index from which the ids of a page come without a look into the table, as far as
-- stages and ages filter; a supplier's list, and that of all.
create index onboarding_by_time on onboarding (supplier_id, invited_at, id) include (stage, stage_since);
create index onboarding_by_distributor on onboarding (supplier_id, distributor_name collate common_alphabet, id) include (stage, stage_since);
create index onboarding_by_code on onboarding (supplier_id, code, id) include (stage, stage_since);
create index onboarding_by_city on onboarding (supplier_id, city collate common_alphabet, id) include (stage, stage_since);
create index onboarding_by_stage on onboarding (supplier_id, stage, stage_since, id);
create index onboarding_by_since on onboarding (supplier_id, stage_since, id) include (stage);
create index onboarding_by_letter on onboarding (supplier_id, letter_state, id) include (stage, stage_since);
create index onboarding_of_any_by_time on onboarding (invited_at, id) include (supplier_id, stage, stage_since);
create index onboarding_of_any_by_supplier on onboarding (supplier_name collate common_alphabet, id) include (supplier_id, stage, stage_since);
create index onboarding_of_any_by_distributor on onboarding (distributor_name collate common_alphabet, id) include (supplier_id, stage, stage_since);
create index onboarding_of_any_by_code on onboarding (code, id) include (supplier_id, stage, stage_since);
create index onboarding_of_any_by_city on onboarding (city collate common_alphabet, id) include (supplier_id, stage, stage_since);
create index onboarding_of_any_by_stage on onboarding (stage, stage_since, id) include (supplier_id);
create index onboarding_of_any_by_since on onboarding (stage_since, id) include (supplier_id, stage);
create index onboarding_of_any_by_letter on onboarding (letter_state, id) include (supplier_id, stage, stage_since);
-- Who waits longest, and with how many which step is possible.
create index onboarding_waiting on onboarding (supplier_id, stage_since, id) include (stage, expires_at, connection_order_id)
    where stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING');
-- What is found in many is read in the order of the list until a page is full, by these; what is rare by its words.
create index onboarding_text_by_time on onboarding_text (supplier_id, invited_at, onboarding_id);
create index onboarding_text_by_distributor on onboarding_text (supplier_id, distributor_name collate common_alphabet, onboarding_id);
create index onboarding_text_of_any_by_time on onboarding_text (invited_at, onboarding_id);
create index onboarding_text_of_any_by_distributor on onboarding_text (distributor_name collate common_alphabet, onboarding_id);
create index onboarding_text_words on onboarding_text using gin (words gin_trgm_ops);
-- Whoever sees all searches by suppliers' names too. There are few suppliers, so that these are looked through.
create index company_supplier on company (id) where supplier;

-- Without joins, also such as PostgreSQL leaves out when it finds them useless: they would forbid to read an index alone.
drop view onboarding_words, onboarding_line;
create view onboarding_listed as
    select id, partnership_id, supplier_id, distributor_id, connection_order_id, language, stage, stage_since, letter_state, reason,
        invited_by, invited_at, expires_at, process_ended_at, process_instance_key, code, supplier_name as supplier,
        distributor_name as distributor, email, city
    from onboarding;
comment on view onboarding_listed is 'Owner: onboarding. Onboardings with the names, the code and the address that lists show.';
create view onboarding_line as
    select o.*, coalesce(d.tax_id, p.invitee_tax_id) as tax_id, a.name as inviter
    from onboarding_listed o
        left join partners_partnership p on p.id = o.partnership_id
        left join partners_company d on d.id = o.distributor_id
        left join accounts_person a on a.id = o.invited_by;
comment on view onboarding_line is 'Owner: onboarding. The same with what only single ones and files show.';
create view onboarding_words as
    select onboarding_id as id, supplier_id, invited_at, code, supplier_name as supplier, distributor_name as distributor, city, words
    from onboarding_text;
comment on view onboarding_words is 'Owner: onboarding. By what onboardings are searched, but for their suppliers'' names: to be asked by "like".';
create view onboarding_ended as select supplier_id, stage, onboardings from onboarding_tally;
comment on view onboarding_ended is 'Owner: onboarding. How many have ended, by supplier and stage: to be summed up.';
analyze onboarding, onboarding_text;
