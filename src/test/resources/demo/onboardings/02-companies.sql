-- Invented companies and people, at addresses that nobody can have. Those after the last onboarding's are newcomers
-- without an invitation.
create temporary table base_company on commit drop as
with words as (
    select array['ООО', 'ООО', 'ООО', 'АО', 'ООО ТД', 'ООО ПКФ', 'ООО ТК'] as forms,
        array['Волга', 'Урал', 'Сибирь', 'Ока', 'Кама', 'Байкал', 'Алтай', 'Енисей', 'Ладога', 'Онега', 'Дон', 'Кубань',
            'Нева', 'Ангара', 'Амур', 'Север', 'Юг', 'Восток', 'Запад', 'Центр', 'Арктика', 'Балтика', 'Каспий', 'Терек',
            'Вятка', 'Ветлуга', 'Заря', 'Рассвет', 'Родник', 'Колос', 'Нива', 'Берег', 'Маяк', 'Компас', 'Меридиан',
            'Горизонт', 'Вектор', 'Импульс', 'Прогресс', 'Союз'] as firsts,
        array['volga', 'ural', 'sibir', 'oka', 'kama', 'baikal', 'altai', 'enisei', 'ladoga', 'onega', 'don', 'kuban',
            'neva', 'angara', 'amur', 'sever', 'yug', 'vostok', 'zapad', 'centr', 'arktika', 'baltika', 'kaspiy', 'terek',
            'vyatka', 'vetluga', 'zarya', 'rassvet', 'rodnik', 'kolos', 'niva', 'bereg', 'mayak', 'kompas', 'meridian',
            'gorizont', 'vektor', 'impuls', 'progress', 'soyuz'] as latin_firsts,
        array['Торг', 'Продукт', 'Снаб', 'Опт', 'Трейд', 'Маркет', 'Сервис', 'Логистик', 'Партнёр', 'Дистрибуция',
            'Поставка', 'Ритейл', 'Бакалея', 'Фуд', 'Экспресс'] as seconds,
        array['torg', 'produkt', 'snab', 'opt', 'trade', 'market', 'servis', 'logistik', 'partner', 'distribuciya',
            'postavka', 'riteil', 'bakaleya', 'food', 'express'] as latin_seconds,
        array['Москва', 'Санкт-Петербург', 'Новосибирск', 'Екатеринбург', 'Казань', 'Нижний Новгород', 'Челябинск',
            'Самара', 'Омск', 'Ростов-на-Дону', 'Уфа', 'Красноярск', 'Воронеж', 'Пермь', 'Волгоград', 'Краснодар',
            'Саратов', 'Тюмень', 'Тольятти', 'Ижевск', 'Барнаул', 'Ульяновск', 'Иркутск', 'Хабаровск', 'Ярославль',
            'Владивосток', 'Махачкала', 'Томск', 'Оренбург', 'Кемерово', 'Астрахань', 'Рязань'] as cities,
        array['Берёзкин', 'Ветров', 'Горкин', 'Дальнов', 'Ежов', 'Жемчугов', 'Зорин', 'Иволгин', 'Калинин', 'Лугов',
            'Малинин', 'Нивин', 'Озеров', 'Полянов', 'Ручьёв', 'Степанов', 'Травин', 'Урманов', 'Холмов', 'Шмелёв'] as surnames,
        array['Алексей', 'Борис', 'Виктор', 'Глеб', 'Денис', 'Егор', 'Захар', 'Игорь', 'Кирилл', 'Лев'] as men,
        array['Анна', 'Вера', 'Галина', 'Дарья', 'Елена', 'Жанна', 'Ирина', 'Ксения', 'Лидия', 'Мария'] as women
), numbered as (
    select base, '9900' || lpad(base::text, 5, '0') as nine from generate_series(1, :onboardings + 8) base
)
select base, pg_temp.id(base, 'distributor') as id, pg_temp.id(base, 'person') as person_id,
    forms[1 + pg_temp.draw(base, 'form', 7)] || ' «' || firsts[1 + pg_temp.draw(base, 'first', 40)]
        || seconds[1 + pg_temp.draw(base, 'second', 15)] || '»' as name,
    'info@' || latin_firsts[1 + pg_temp.draw(base, 'first', 40)] || '-' || latin_seconds[1 + pg_temp.draw(base, 'second', 15)]
        || '-' || base || '.example.com' as email,
    -- The last digit controls the others, as the Federal Tax Service has it.
    nine || (2 * substr(nine, 1, 1)::int + 4 * substr(nine, 2, 1)::int + 10 * substr(nine, 3, 1)::int
        + 3 * substr(nine, 4, 1)::int + 5 * substr(nine, 5, 1)::int + 9 * substr(nine, 6, 1)::int
        + 4 * substr(nine, 7, 1)::int + 6 * substr(nine, 8, 1)::int + 8 * substr(nine, 9, 1)::int) % 11 % 10 as tax_id,
    cities[1 + pg_temp.draw(base, 'city', 32)] as city,
    case when base % 2 = 0
        then surnames[1 + pg_temp.draw(base, 'surname', 20)] || ' ' || men[1 + pg_temp.draw(base, 'name', 10)]
        else surnames[1 + pg_temp.draw(base, 'surname', 20)] || 'а ' || women[1 + pg_temp.draw(base, 'name', 10)] end as contact,
    format('+7 900 %s-%s-%s', lpad((base / 10000)::text, 3, '0'), lpad((base / 100 % 100)::text, 2, '0'),
        lpad((base % 100)::text, 2, '0')) as phone,
    case when pg_temp.draw(base, 'language', 12) = 0 then 'en' else 'ru' end as language
from numbered, words;

create unique index on base_company (base);
analyze base_company;

insert into company (id, version, name, tax_id, city, contact_name, contact_phone, contact_email, supplier, distributor,
    created_at)
select base_company.id, 1, name, tax_id, city, contact, phone, email, false, true, registered.at
from base_company join (
    select base, min(case when newcomer then registered_at
        else invited_at - make_interval(days => 30 + pg_temp.draw(base, 'age', 300)) end) as at
    from plan where followed and base <> 0 group by base) registered using (base);

insert into company (id, version, name, tax_id, city, contact_name, contact_phone, contact_email, supplier, distributor,
    created_at)
select pg_temp.id(n, 'supplier'), 1, 'ООО «' || (array['Молочная долина', 'Кофейный двор', 'Чайный дом', 'Свежий хлеб',
        'Северное море', 'Сладкая жизнь', 'Чистая вода', 'Зелёный луг', 'Золотое зерно', 'Добрый сад', 'Таёжный мёд',
        'Степной край'])[n] || '»',
    nine || (2 * 9 + 4 * 9 + 10 * 0 + 3 * 1 + 4 * (n / 100) + 6 * (n / 10 % 10) + 8 * (n % 10)) % 11 % 10,
    'Москва', 'Отдел продаж', format('+7 495 000-01-%s', lpad(n::text, 2, '0')), 'sales@supplier-' || n || '.example.com',
    true, false, :now::timestamptz - interval '900 days'
from generate_series(1, 12) n, lateral (select '990100' || lpad(n::text, 3, '0') as nine) digits;
