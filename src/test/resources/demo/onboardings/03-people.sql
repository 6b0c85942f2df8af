-- All of them sign in with the password of the demo accounts.
insert into account (id, version, email, name, password_hash, company_id, language, enabled, created_at)
select person_id, 1, email, contact, hash, base_company.id, language, true, company.created_at
from base_company join company using (id), (select password_hash as hash from account where id = :supplierAccount) demo;

insert into account (id, version, email, name, password_hash, company_id, language, enabled, created_at)
select pg_temp.id(n, 'supplier person'), 1, 'sales@supplier-' || n || '.example.com', (array['Анна Сбытова', 'Вера Вывозова',
        'Галина Отгрузова', 'Дарья Складова', 'Елена Закупова', 'Жанна Товарова', 'Ирина Рынкова', 'Ксения Ценова',
        'Лидия Спросова', 'Мария Оптова', 'Нина Торгова', 'Ольга Базарова'])[n],
    hash, pg_temp.id(n, 'supplier'), 'ru', true, :now::timestamptz - interval '900 days'
from generate_series(1, 12) n, (select password_hash as hash from account where id = :supplierAccount) demo;

insert into account_role (account, role)
select account.id, case when supplier then 'SUPPLIER' else 'DISTRIBUTOR' end
from account join company on company.id = account.company_id
where account.id in (select person_id from base_company union all select pg_temp.id(n, 'supplier person') from generate_series(1, 12) n);

-- Hundreds of tasks come at once; nobody is written to about each of them.
insert into inbox_setting (account, mail_created, mail_overdue)
select id, false, false from account where id in (select person_id from base_company);
