-- A letter's text is kept without its secret links from the beginning; they stand beside it until the letter is out. So that
-- is recorded without writing the text once more. Letters that wait already have their links in the text.
alter table mail_delivery
    add column html_secrets text,
    add column plain_secrets text;
comment on column mail_delivery.html_secrets is 'Links of the text with their secrets, each with its place; null once the letter is out, given up or called back.';
comment on column mail_delivery.html is
    'Without the secrets of its links, if it belongs to a reference for a limited time after it was sent. Null once it is forgotten, and
     for letters that were finished before texts were kept.';
