-- Of which company somebody has confirmed the person: what was said of one counts for no other that the person joins since.
alter table registration add column confirmed_company uuid references company;
comment on column registration.confirmed_company is 'Of which company the person was confirmed; null if of none, or if nobody knows.';

-- Whoever was asked has said it of itself, and so has the sales department after it was asked.
update registration set confirmed_company = asked_company where confirmed_at is not null and asked_company is not null;

-- Where nobody was asked, only the text says what was checked. If the company of the tax ID was here with it then, and the person has no
-- account elsewhere, it was that one: such requests go on. Of the others nothing says whether the company was checked that the person
-- belongs to by now: if somebody has to be asked when the account is opened, that happens then.
update registration request set confirmed_company = known.id
from company known
where request.state = 'APPROVED' and request.confirmed_at is not null and request.asked_company is null
    and known.tax_id = request.tax_id and known.created_at <= request.confirmed_at
    and not exists (select from company_change change
        where change.company_id = known.id and change.field = 'TAX_ID' and change.changed_at > request.confirmed_at)
    and not exists (select from account person
        where person.email = request.email and person.company_id is distinct from known.id);
