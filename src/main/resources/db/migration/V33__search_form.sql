-- One form of text for every search (docs/decisions/018); com.texchange.common.SearchWords gives what is typed the same.
-- Whoever changes it changes what the columns below hold: they are to be written anew then.

-- In lower case, ё as е, without accents; quotes, brackets and commas part words, all other marks vanish (a code's dashes, an
-- address's dots), and so do the spaces that part the groups of a number. A line's end parts texts that were put together.
-- Every word begins with a space. The breve of й and ў is no accent.
create function common_search_form(text) returns text
    language sql immutable strict parallel safe
    return ' ' || replace(regexp_replace(
        regexp_replace(
            regexp_replace(
                normalize(regexp_replace(normalize(lower($1 collate "pg_c_utf8"), NFD),
                    '[\u0300-\u0305\u0307-\u036f]+', '', 'g'), NFC),
                '[\u0001-\u0009\u000b- "(),:;<>?[\]{|}!\u007f-\u00a0«»\u1680\u2000-\u200a\u201c-\u201f\u2028\u2029\u202f\u2039\u203a\u205f\u3000]+',
                ' ', 'g'),
            '[#$%&''*+./=@\\^_`~\u00a1-\u00a9\u00ac-\u00b1\u00b4-\u00b8\u00bf\u00d7\u00f7\u02b9-\u02ff\u0306\u200b-\u201b\u2020-\u2027\u202a-\u202e\u2030-\u2038\u203b-\u205e\u2060-\u206f\u2100-\u214f\u2190-\u22ff\ufe00-\ufe0f\ufeff\ufffd-]+',
            '', 'g'),
        '(?<=[0-9]) +(?=[0-9])', '', 'g'), E'\n', E'\n ');
comment on function common_search_form is 'The form in which texts are searched, of what is kept and of what is typed.';

-- The order of names for Russian and English readers, whatever the locale of the database: letters before their case, Ё beside
-- Е, signs and spaces apart, numbers by their size.
create collation common_alphabet (provider = icu, locale = 'und-u-ka-shifted-kn-true');
comment on collation common_alphabet is 'The order of names in lists, for Russian and English readers.';

alter table company add column search text generated always as (
    common_search_form(name || E'\n' || coalesce(tax_id, ''))) stored;
create index company_search on company using gin (search gin_trgm_ops);
create index company_distributor_name on company (name collate common_alphabet, id) where distributor;
drop index company_name;

alter table partnership add column search text generated always as (
    common_search_form(code || E'\n' || invitee_name || E'\n' || invitee_email || E'\n' || coalesce(invitee_tax_id, '')
        || E'\n' || coalesce(invitee_city, ''))) stored;
create index partnership_search on partnership using gin (search gin_trgm_ops);

create view partners_company_words as select id as company_id, search as words from company;
comment on view partners_company_words is 'Owner: partners. By what companies are searched: to be asked by "like".';
create view partners_place_words as select id as partnership_id, search as words from partnership;
comment on view partners_place_words is 'Owner: partners. By what places in networks are searched: code and invitee.';

-- Each row is a text that an onboarding is known by; a word is asked of each, so that indexes of all tables serve.
create view onboarding_words as
    select o.id as onboarding_id, w.words, false as of_supplier
        from onboarding o join partners_place_words w on w.partnership_id = o.partnership_id
    union all
    select o.id, w.words, false from onboarding o join partners_company_words w on w.company_id = o.distributor_id
    union all
    select o.id, w.words, true from onboarding o join partners_company_words w on w.company_id = o.supplier_id;
comment on view onboarding_words is 'Owner: onboarding. By what onboardings are searched: to be asked by "like", word by word.';
create index onboarding_partnership on onboarding (partnership_id);

alter table license add column search text generated always as (
    common_search_form(number || E'\n' || activation_code || E'\n' || coalesce(user_name, '') || E'\n'
        || coalesce(config_version, '') || E'\n' || coalesce(mdm_id::text, ''))) stored;
create index license_search on license using gin (search gin_trgm_ops);
create index license_user on license (distributor_id, user_name collate common_alphabet, number);

drop index user_task_search;
update user_task set search_text = common_search_form(search_text);
create index user_task_search on user_task using gin (search_text gin_trgm_ops);
create index user_task_subject_name on user_task (subject collate common_alphabet, task_key)
    where state in ('OPEN', 'SUBMITTED');
