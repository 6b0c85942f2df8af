-- A version is found by itself as well as by the form of all texts, in which 1.0.24 and 10.24 are one (docs/decisions/018).
alter table license alter column search set expression as (
    common_search_form(number || E'\n' || activation_code || E'\n' || coalesce(user_name, '') || E'\n'
        || coalesce(config_version, '') || E'\n' || coalesce(mdm_id::text, '')) || E'\n ' || coalesce(config_version, ''));
