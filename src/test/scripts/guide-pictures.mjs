// Takes the pictures of the user guide from a fresh quick start, in both languages.
//
//   mvn spring-boot:test-run -Dspring-boot.run.arguments="--demo.reset"          (in another terminal)
//   npm install --prefix /tmp/pictures playwright-core upng-js
//   TOOLS=/tmp/pictures/ node src/test/scripts/guide-pictures.mjs [address] [letters' folder] [target]
//
// It needs Node.js and Chromium (CHROMIUM names it). A picture is called <role>-<page>-<language>.png; a test compares
// the names with those in src/main/resources/help.
import {createRequire} from 'node:module';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';

const tools = createRequire(process.env.TOOLS ?? import.meta.url);
const {chromium} = tools('playwright-core');
const UPNG = tools('upng-js');
const COLORS = 128;
const ADDRESS = process.argv[2] ?? 'http://localhost:8080';
const LETTERS = process.argv[3] ?? '.quickstart/mail';
const TARGET = process.argv[4] ?? 'src/main/resources/META-INF/resources/pictures/help';
const PASSWORD = 't-exchange-demo';
const WORDS = {
  ru: {signIn: 'Войти', email: 'Электронная почта', password: 'Пароль', invite: 'Пригласить', send: 'Отправить приглашение',
    name: 'Название дистрибьютора', city: 'Город', taxId: 'ИНН', accept: 'Принять', confirm: 'Подтвердить', ok: 'ОК',
    connect: 'Подключить выбранные лицензии', cancel: 'Отмена', distributor: 'Дистрибьютор', table: 'Или вставьте строки сюда', check: 'Проверить',
    contact: 'ФИО контактного лица', phone: 'Контактный телефон', request: 'Отправить заявку', go: 'Продолжить', licenses: 'Лицензии',
    invitePerson: 'Пригласить сотрудника', person: 'Имя и фамилия', sales: 'Отдел продаж'},
  en: {signIn: 'Sign in', email: 'E-mail', password: 'Password', invite: 'Invite', send: 'Send invitation',
    name: 'Name of the distributor', city: 'City', taxId: 'Tax ID', accept: 'Accept', confirm: 'Confirm', ok: 'OK',
    connect: 'Connect the selected licenses', cancel: 'Cancel', distributor: 'Distributor', table: 'Or paste rows here', check: 'Check',
    contact: 'Contact person', phone: 'Contact phone', request: 'Request registration', go: 'Continue as', licenses: 'Licenses',
    invitePerson: 'Invite a colleague', person: 'Name', sales: 'Sales department'}};
const COMPANIES = [['ООО «Ромашка»', 'romashka@example.com', 'Казань'], ['ООО «Василёк»', 'vasilek@example.com', 'Самара'],
  ['ООО «Клевер»', 'klever@example.com', 'Пермь']];

const browser = await chromium.launch({executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync']});
const pages = {};

async function open(person, language, path) {
  const key = person + language;
  if (!pages[key]) {
    const context = await browser.newContext({locale: language, viewport: {width: 1200, height: 760}, baseURL: ADDRESS});
    pages[key] = await context.newPage();
    if (person !== 'nobody') {
      await pages[key].goto('/login');
      await pages[key].getByLabel(WORDS[language].email).first().fill(person + '@demo.example.com');
      await pages[key].getByLabel(WORDS[language].password).first().fill(PASSWORD);
      await button(pages[key], WORDS[language].signIn).first().click();
      await pages[key].locator('vaadin-app-layout').waitFor();
    }
  }
  await pages[key].goto(path);
  await pages[key].waitForLoadState('networkidle');
  return pages[key];
}

function button(page, name) {
  return page.getByRole('button', {name, exact: true});
}

async function picture(page, name, language) {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(700);
  const raw = await page.screenshot();
  const file = `${TARGET}/${name}-${language}.png`;
  mkdirSync(TARGET, {recursive: true});
  const image = UPNG.decode(raw);
  writeFileSync(file, Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLORS)));
  console.log(file);
}

/** The path behind the link in somebody's newest letter. */
async function link(recipient) {
  for (let attempt = 0; attempt < 60; attempt++) {
    for (const file of readdirSync(LETTERS).filter(name => name.endsWith('.eml')).sort().reverse()) {
      const letter = readFileSync(`${LETTERS}/${file}`, 'latin1');
      const found = letter.includes(recipient) && decoded(letter).match(/https?:\/\/[^\s"<]+(\/join\?invite=[\w-]+)/);
      if (found) {
        return found[1];
      }
    }
    await new Promise(done => setTimeout(done, 500));
  }
  throw new Error('no letter to ' + recipient);
}

function decoded(letter) {
  return letter.split(/\r?\n--/).map(part => {
    const [head, ...body] = part.split(/\r?\n\r?\n/);
    const text = body.join('\n');
    return /base64/i.test(head) ? Buffer.from(text, 'base64').toString()
      : text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (all, hex) => String.fromCharCode(parseInt(hex, 16)));
  }).join('\n');
}

async function fillInvitation(page, language, [name, email, city]) {
  const words = WORDS[language];
  await button(page, words.invite).first().click();
  await page.getByRole('textbox', {name: words.name, exact: true}).fill(name);
  await page.getByRole('textbox', {name: words.email, exact: true}).fill(email);
  await page.getByRole('textbox', {name: words.city, exact: true}).fill(city);
}

async function both(work) {
  await work('en', false);
  await work('ru', true);
}

// Supplier invites
for (const company of COMPANIES) {
  const page = await open('supplier', 'ru', '/exchange/distributors');
  if (await page.locator('vaadin-grid').getByText(company[0]).count() > 0) {
    continue;
  }
  await fillInvitation(page, 'ru', company);
  await button(page, WORDS.ru.send).click();
  await page.locator('vaadin-grid').getByText(company[0]).first().waitFor();
}
await both(async (language, forReal) => {
  const page = await open('supplier', language, '/exchange/distributors');
  await fillInvitation(page, language, ['ООО «Дистрибьютор»', 'distributor@demo.example.com', 'Астрахань']);
  await picture(page, 'supplier-invite', language);
  await (forReal ? button(page, WORDS[language].send) : button(page, WORDS[language].cancel)).click();
});

// A newcomer asks for a registration
const newcomer = await link(COMPANIES[0][1]);
await both(async (language, forReal) => {
  const page = await open('nobody', language, newcomer);
  await page.getByLabel(WORDS[language].taxId).fill('7700002743');
  await page.getByLabel(WORDS[language].contact).fill('Ольга Ромашкина');
  await page.getByLabel(WORDS[language].phone).fill('+7 999 000-00-03');
  await page.evaluate(() => window.scrollTo(0, 0));
  await picture(page, 'distributor-join', language);
  if (forReal) {
    await button(page, WORDS[language].request).click();
    await page.waitForTimeout(1500);
  }
});

// The demo's distributor accepts
const known = await link('distributor@demo.example.com');
const joining = await open('distributor', 'ru', known);
await joining.getByRole('button', {name: WORDS.ru.go}).click();
await joining.waitForTimeout(1500);
await both(async (language, forReal) => {
  const page = await open('distributor', language, '/exchange/suppliers');
  await button(page, WORDS[language].accept).first().waitFor();
  await picture(page, 'distributor-suppliers', language);
  if (forReal) {
    await button(page, WORDS[language].accept).first().click();
    await page.waitForTimeout(1500);
  }
});

// Sales
await both(async language => {
  const page = await open('sales', language, '/tasks');
  await page.locator('vaadin-grid').getByText(COMPANIES[0][0]).first().click();
  await page.waitForTimeout(1000);
  await picture(page, 'sales-tasks', language);
  await page.goto('/licenses/load');
  await page.getByLabel(WORDS[language].distributor).fill('3015004564');
  await page.getByRole('option').first().click();
  await page.getByLabel(WORDS[language].table).fill('28318880842714229001;5280-4543-2633-9001;Иван Агентов;1.0.24.0.800;7b0f2f9e-0c4f-4e0e-9c38-2f6f4b1f9001\n'
      + '28318880842714229002;5280-4543-2633-9002;Мария Агентова;1.0.24.0.800;7b0f2f9e-0c4f-4e0e-9c38-2f6f4b1f9002\n'
      + '28318880842714229003;5280-4543-2633;Пётр Агентов;1.0.24.0.800;7b0f2f9e-0c4f-4e0e-9c38-2f6f4b1f9003');
  await button(page, WORDS[language].check).click();
  await page.waitForTimeout(1000);
  await picture(page, 'sales-load', language);
  await page.goto('/letters/invitation?lang=' + language);
  await page.waitForTimeout(800);
  await picture(page, 'sales-letters', language);
});

// Licenses
await both(async (language, forReal) => {
  const page = await open('distributor', language, '/services');
  const boxes = page.locator('vaadin-grid vaadin-checkbox');
  await boxes.nth(1).waitFor();
  for (const row of [2, 3, 4]) {
    await boxes.nth(row).click();
  }
  await picture(page, 'distributor-licenses', language);
  await button(page, WORDS[language].connect).click();
  await page.waitForTimeout(700);
  await picture(page, 'distributor-confirm', language);
  if (forReal) {
    await button(page, WORDS[language].confirm).click();
    await button(page, WORDS[language].ok).click({timeout: 60000});
  }
});

// Supplier and process manager watch
await both(async language => {
  const supplier = await open('supplier', language, '/exchange/distributors');
  await picture(supplier, 'supplier-distributors', language);
  await supplier.locator('vaadin-grid').getByText('ООО «Дистрибьютор»').first().click();
  await supplier.waitForTimeout(1000);
  await picture(supplier, 'supplier-details', language);
  const manager = await open('manager', language, '/onboardings');
  await picture(manager, 'process-manager-onboardings', language);
  await manager.locator('vaadin-grid').getByText('ООО «Дистрибьютор»').first().click();
  await manager.waitForTimeout(1000);
  await picture(manager, 'process-manager-details', language);
  await manager.goto('/letters/declined?lang=' + language);
  await manager.waitForTimeout(800);
  await picture(manager, 'process-manager-letters', language);
});

// The operator's administrator
await both(async (language, forReal) => {
  const page = await open('administrator', language, '/registry/people');
  await button(page, WORDS[language].invitePerson).click();
  await page.getByRole('textbox', {name: WORDS[language].person, exact: true}).fill('Вера Новикова');
  await page.getByRole('textbox', {name: WORDS[language].email, exact: true}).fill('vera@example.com');
  await page.getByRole('checkbox', {name: WORDS[language].sales}).check();
  await picture(page, 'administrator-invite', language);
  await (forReal ? button(page, WORDS[language].send) : button(page, WORDS[language].cancel)).click();
});
await both(async language => {
  const page = await open('administrator', language, '/registry/people');
  await page.locator('vaadin-grid').getByText('vera@example.com').locator('visible=true').first().waitFor({timeout: 120000});
  await picture(page, 'administrator-people', language);
  await page.goto('/journal?area=PEOPLE');
  await page.locator('vaadin-grid-cell-content >> visible=true').nth(20).waitFor({timeout: 120000});
  await picture(page, 'administrator-journal', language);
});
await browser.close();
