-- Who comes back with the company; everybody else who is switched off was so alone, and stays so.
create view accounts_off_with_company as select id as account_id, company_id from account where off_with_company;
