-- Why a letter is not out is kept as a category where the mail server's answer is read. Letters that are known already get theirs
-- by the words of the answer, as the pages told them until now.
alter table mail_delivery add column problem varchar(20)
    check (problem in ('BAD_ADDRESS', 'MAILBOX_FULL', 'OWN_SERVER', 'REFUSED', 'BUSY'));

update mail_delivery set problem = case
    when last_error ~* '\y[45]\.2\.2\y|\y552\y|mailbox (is )?full|quota' then 'MAILBOX_FULL'
    when last_error ~* '\y5\.1\.[0-9]|no such user|user unknown|unknown user|does not exist|not an address|mailbox unavailable'
        then 'BAD_ADDRESS'
    when last_error ~* 'no connection to the mail server|refuses the sender|\y5(30|34|35|38)\y' then 'OWN_SERVER'
    when state = 'FAILED' then 'REFUSED'
    else 'BUSY' end
where last_error is not null and state <> 'SENT';

-- What became of letters is told by the letters themselves; nobody reads these.
delete from activity where kind in ('LETTER_SENT', 'LETTER_DELAYED', 'LETTER_FAILED');
