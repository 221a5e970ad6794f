// Opens the site in Chromium, by the plan of __main__.py, and says of everything that is not as it should be.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [planFile, browserFile] = process.argv.slice(2);
const plan = JSON.parse(readFileSync(planFile, "utf8"));
const axe = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const VIEWS = {
  wide: { viewport: { width: 1280, height: 900 } },
  zoomed: { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
  narrow: { viewport: { width: 320, height: 700 } },
};
const MANY = 40; // pages of each folder that are opened
const problems = [];
const counts = { pages: 0, axe: 0, requests: 0, checks: 0 };
const browser = await chromium.launch({ executablePath: browserFile, args: ["--no-sandbox"] });

function expect(holds, words) {
  counts.checks += 1;
  if (!holds) problems.push(words);
}

function address(page, site = "site") {
  return pathToFileURL(join(plan.folder, site, page)).href.replaceAll("%23", "#").replaceAll("%3F", "?");
}

// A page in which everything that is written to the console or asked of a network counts.
async function open(options = {}) {
  const context = await browser.newContext({ ...VIEWS.wide, ...options });
  const page = await context.newPage();
  page.on("console", (message) => problems.push(`console: ${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`error: ${page.url()}: ${error.message}`));
  page.on("request", (request) => {
    counts.requests += 1;
    if (!request.url().startsWith("file:")) problems.push(`request: ${page.url()}: ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${page.url()}: ${dialog.message()}`);
    dialog.dismiss();
  });
  return page;
}

async function visit(page, to) {
  counts.pages += 1;
  await page.goto(to);
}

function some(names, most) {
  const step = Math.max(1, Math.floor(names.length / most));
  return names.filter((_, at) => at % step === 0);
}

function pagesOf(site, most) {
  const folder = join(plan.folder, site);
  const listed = readdirSync(folder).filter((name) => name.endsWith(".html"));
  for (const within of ["kind", "record", "source", "conflict"]) {
    const names = readdirSync(join(folder, within)).sort();
    listed.push(...some(names, most).map((name) => `${within}/${name}`));
  }
  return listed;
}

async function checkPages() {
  const page = await open();
  for (const name of pagesOf("site", MANY)) await visit(page, address(name));
  for (const name of pagesOf("hostile", 1000)) await visit(page, address(name, "hostile"));
  expect((await page.locator("main h1").count()) === 1, "a page has one heading of the first level");
  await page.context().close();
}

// axe-core by its own rules and best practices; nothing may be wider than a narrow page but what scrolls by itself.
async function checkAccess() {
  const names = [
    "index.html", "about.html", "changes.html", "kind/member.html", "kind/event.html", "timeline.html",
    "attendance.html", "contributions.html", "membership.html", "conflicts.html", "record/lukashenko.html",
    "record/crrf-agreement.html", "source/wps-2009-10-19.html", "source/csto-basic-facts.html",
    `conflict/${readdirSync(join(plan.folder, "site", "conflict"))[0]}`,
  ];
  for (const [view, size] of Object.entries(VIEWS)) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await open({ ...size, colorScheme });
      for (const name of names) {
        await visit(page, address(name));
        await audit(page, `${name} ${view} ${colorScheme}`);
      }
      // The one file of a small pack: axe-core looks at every element, shown or not.
      await visit(page, `${address("", "small.html")}#record/anna`);
      await audit(page, `one file ${view} ${colorScheme}`);
      await visit(page, address(`record/${plan.ofDay}.html?as-of=${plan.day}`));
      await audit(page, `as of a day ${view} ${colorScheme}`);
      await visit(page, address("index.html"));
      await page.fill("#search", "rapid reaction");
      await page.waitForSelector("#found li");
      await audit(page, `search ${view} ${colorScheme}`);
      await page.context().close();
    }
  }
}

async function audit(page, name) {
  counts.axe += 1;
  // Without its preload, which would read the style sheet by a request that the page forbids.
  const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ["violations"], preload: false })`);
  for (const { id, nodes } of found.violations) problems.push(`axe: ${name}: ${id}: ${nodes[0].html.slice(0, 160)}`);
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(inner <= outer, `${name}: ${inner} px wide in ${outer}`);
}

async function checkSearch() {
  for (const to of [address("index.html"), address("record/belarus.html"), address("", "site.html")]) {
    const page = await open();
    await visit(page, to);
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement.id === "search"), `${to}: / leads to the search`);
    for (const [typed, name] of plan.searches) {
      await page.fill("#search", typed);
      await page.waitForFunction(
        (wanted) => document.querySelector("#found li a")?.textContent === wanted, name, { timeout: 20000 },
      ).catch(() => {});
      const first = await page.locator("#found li a").first().textContent().catch(() => "nothing");
      expect(first === name, `${to}: ${typed} finds ${first} first, not ${name}`);
    }
    await page.fill("#search", "refused to sign");
    await page.waitForFunction(() => /result/.test(document.querySelector("#found-count").textContent));
    expect((await page.locator("#found li").count()) > 3, `${to}: statements are found`);
    await page.fill("#search", "xqxqxq");
    await page.waitForFunction(() => document.querySelector("#found-count").textContent === "Nothing found.");
    await page.fill("#search", "belarus");
    await page.waitForFunction(() => document.querySelector("#found li a")?.textContent === "Belarus");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => /record\/belarus/.test(location.href));
    const heading = page.locator("h1:visible");
    expect((await heading.textContent()) === "Belarus", `${to}: Enter opens what was found`);
    await page.context().close();
  }
  const page = await open();
  await visit(page, address("index.html"));
  await page.fill("#search", "a");
  await page.waitForFunction(() => globalThis.cstorefIndex);
  const wrong = await page.evaluate(
    (folds) => folds.map(([name, words]) => [name, words, folded(name, cstorefIndex.fold)])
      .filter(([, words, own]) => words !== own), plan.folds,
  );
  expect(wrong.length === 0, `folded otherwise than by the program: ${JSON.stringify(wrong.slice(0, 8))} (${wrong.length})`);
  await page.context().close();
}

async function checkDays() {
  const page = await open();
  await visit(page, address(`record/${plan.ofDay}.html`));
  const shown = () => page.evaluate(() =>
    [...document.querySelectorAll(".group:not(.minor) .statements > li")].filter((row) => !row.hidden).map((row) => row.id));
  const same = (one, other) => JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());
  expect(same(await shown(), plan.all), "all statements are shown for all dates");
  await page.fill("#day", plan.day);
  await page.dispatchEvent("#day", "change");
  expect(same(await shown(), plan.held), `what holds on ${plan.day} is shown, and nothing else`);
  const note = await page.locator("#day-note").textContent();
  expect(note.includes("14 Jun 2009") && note.includes(plan.edition), `the note names both days: ${note}`);
  await page.locator(".menu a", { hasText: "Timeline" }).click();
  await page.waitForURL(/timeline/);
  expect(page.url().includes(`as-of=${plan.day}`), "a link keeps the day");
  const late = await page.evaluate((day) =>
    [...document.querySelectorAll("[data-since]")].filter((row) => !row.hidden && row.dataset.since > day).length, plan.day);
  expect(late === 0, "nothing later than the day is on the timeline");
  await page.locator("button[type=reset]").click();
  await page.waitForFunction(() => document.getElementById("day-note").hidden);
  await page.context().close();
}

async function checkPassages() {
  for (const single of [false, true]) {
    const page = await open();
    await visit(page, single ? `${address("", "site.html")}#record/crrf-agreement` : address("record/crrf-agreement.html"));
    const statement = page.locator(".statements:visible > li", { has: page.locator("a.mark", { hasText: "“" }) }).first();
    const id = await statement.getAttribute("id");
    await statement.hover();
    expect((await page.locator(".footnotes:visible .near").count()) > 0, `${id}: its footnotes light up under the pointer`);
    await statement.locator("a.mark", { hasText: "“" }).first().click();
    const note = page.locator(".footnotes li:target");
    expect((await note.count()) === 1, `${id}: its mark leads to a footnote`);
    // The page hears of its new address after the click has ended.
    const lights = page.waitForFunction((own) => document.getElementById(own).matches(".lit"), id);
    expect(await lights.then(() => true, () => false), `${id} lights up with its footnote`);
    await note.locator("a.source").click();
    await page.waitForFunction(() => document.querySelector(".uses li:target"));
    const marks = page.locator("mark.lit");
    expect((await marks.count()) > 0, `${id}: its passage lights up in its source`);
    const lit = await marks.first().evaluate((mark) => getComputedStyle(mark).backgroundColor);
    const other = await page.locator("mark:visible:not(.lit, .near)").first().evaluate((mark) => getComputedStyle(mark).backgroundColor);
    expect(lit !== other, `${id}: a lit passage looks otherwise than another`);
    // On the page of its own record, which may be another than the first.
    const own = id.split("~").pop();
    await page.locator(`.uses li:target a[href$="${encodeURI(own)}"]`).click();
    const back = page.locator(`.statements li:target[id$="${own}"]`);
    await back.waitFor();
    expect(await back.isVisible(), `${id}: the passage leads back to it`);
    await page.context().close();
  }
}

async function checkWithoutScripts() {
  const page = await open({ javaScriptEnabled: false });
  await visit(page, address("record/belarus.html"));
  expect(await page.getByText("Belarus has been a member of the CSTO").first().isVisible(), "a page reads without scripts");
  expect(!(await page.locator("#search").isVisible()), "without scripts there is no search box");
  await visit(page, `${address("", "site.html")}#record/belarus`);
  const visible = page.locator("article.page:visible");
  expect((await visible.count()) === 1, "of one file a page is shown without scripts");
  expect((await visible.locator("h1").textContent()) === "Belarus", "and it is the one that is linked to");
  await page.context().close();
}

async function checkKeyboardAndPaper() {
  const page = await open();
  await visit(page, address("record/belarus.html"));
  await page.keyboard.press("Tab");
  expect(await page.locator(".skip").isVisible(), "the first key leads to a link that skips to the content");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement.id === "content"), "it leads to the content");
  await page.emulateMedia({ media: "print" });
  expect(!(await page.locator(".menu").isVisible()), "no menu is printed");
  expect(await page.locator(".footnotes li").last().isVisible(), "the footnotes are printed");
  expect(await page.locator("footer").isVisible(), "the licence is printed");
  await page.context().close();
}

async function checkOneFile() {
  const page = await open();
  const start = Date.now();
  await visit(page, address("", "site.html"));
  console.log(`one file opened in ${Date.now() - start} ms`);
  await page.evaluate(() => (location.hash = "#record/tajikistan"));
  await page.waitForFunction(() => document.title.startsWith("Tajikistan"));
  expect((await page.locator("article.page:visible").count()) === 1, "one page of the file is shown");
  await page.locator(".menu a", { hasText: "Attendance" }).click();
  await page.waitForFunction(() => document.title.startsWith("Attendance"));
  await page.goBack();
  await page.waitForFunction(() => document.title.startsWith("Tajikistan"));
  await page.context().close();
}

const only = process.env.ONLY; // the name of one step
const steps = [checkPages, checkSearch, checkDays, checkPassages, checkWithoutScripts, checkKeyboardAndPaper, checkOneFile, checkAccess];
for (const step of only ? steps.filter((step) => step.name === only) : steps) {
  const start = Date.now();
  try {
    await step();
  } catch (error) {
    problems.push(`${step.name}: ${error.message.split("\n")[0]}`);
  }
  console.log(`${step.name}: ${((Date.now() - start) / 1000).toFixed(1)} s, ${problems.length} problems so far`);
}
await browser.close();
console.log(`${counts.pages} pages opened, ${counts.requests} files asked for, ${counts.axe} audits by axe-core, ${counts.checks} other checks`);
console.log(problems.length ? problems.map((problem) => `  ${problem}`).join("\n") : "everything is as it should be");
process.exit(problems.length ? 1 : 0);
