-- A list that a link or the menu opens shows what the link says. Of a person's last choice only the order is kept, which
-- hides nothing.
alter table inbox_setting drop column shown, drop column element, drop column search;
