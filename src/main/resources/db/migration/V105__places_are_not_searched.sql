-- Places are searched by the words of their onboardings (V57, V104), so that nobody reads a text of their own: each invitation wrote it, and
-- two indexes of trigrams instead of one. Apart from V104, which waits for those who write onboardings: here, nobody waits for both.
drop view partners_place_words;
alter table partnership drop column search;
