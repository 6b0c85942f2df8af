-- What a person has chosen to see in the inbox is kept again, but not what was searched for: a link or a figure says for itself what it shows.
alter table inbox_setting add column shown varchar(12), add column element varchar(100);
