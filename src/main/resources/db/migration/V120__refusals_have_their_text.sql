-- Rows of batches that were refused since an address had had its letters of the day keep the message by the name that it had before; it has
-- another one since, so that pages showed its key, and no file of refused rows could be written.
update batch_row set refusal = 'mail.refused.lettersADay' where refusal = 'onboarding.refused.lettersADay';
