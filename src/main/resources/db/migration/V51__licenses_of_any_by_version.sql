-- Lists over several distributors are sorted by version too; as in V46.
create index license_of_any_by_version on license (config_version collate common_alphabet, number) include (id, distributor_id, owner_id);
