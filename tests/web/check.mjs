// Opens the explorer in Chromium, by the plan of __main__.py, and says of everything that is not as it should be.

import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const [planFile, browserFile] = process.argv.slice(2);
const { address } = JSON.parse(readFileSync(planFile, "utf8"));
const { host, port } = new URL(address);
const STRANGER = "stranger.example";
const PATIENCE = 60_000;
const SLOW = /^task queue exceeded allotted deadline/; // the terminal says so where the machine is busy
const problems = [];
const counts = { requests: 0, checks: 0, frames: 0 };
const browser = await chromium.launch({
  executablePath: browserFile, args: ["--no-sandbox", `--host-resolver-rules=MAP ${STRANGER} 127.0.0.1`],
});

function expect(holds, words) {
  counts.checks += 1;
  if (!holds) problems.push(words);
}

async function until(holds, words) {
  const end = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`in vain: ${words}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  counts.checks += 1;
}

// A page with an explorer. Whatever it asks of anywhere else counts, and so does a complaint of the browser.
async function open(options = {}) {
  // A browser on a screen lets the page that somebody looks at write to the clipboard; none may read it.
  const permissions = ["clipboard-write"];
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions, ...options });
  const page = await context.newPage();
  const seen = { text: "", closed: 0, sizes: [] };
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !SLOW.test(message.text())) problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("request", (request) => {
    counts.requests += 1;
    if (!request.url().startsWith(address)) problems.push(`request: ${request.url()}`);
  });
  page.on("websocket", (socket) => {
    if (!socket.url().startsWith(address.replace("http:", "ws:"))) problems.push(`socket: ${socket.url()}`);
    socket.on("framereceived", ({ payload }) => {
      counts.frames += 1;
      // Without the colours between the letters.
      seen.text += payload.toString("utf8").replaceAll(/\x1b\[[0-9;?]*[A-Za-z]/g, "");
    });
    socket.on("framesent", ({ payload }) => {
      const [sort, value] = JSON.parse(payload.toString());
      if (sort === "resize") seen.sizes.push(value);
    });
    socket.on("close", () => (seen.closed += 1));
  });
  await page.goto(address);
  await until(() => seen.text.includes("Members and states"), "the first screen is drawn");
  return { page, seen, context };
}

// Has it draw something that it has not drawn before.
async function drawsAfter(seen, act, words) {
  const from = seen.text.length;
  await act();
  await until(() => seen.text.indexOf(words, from) >= 0, `“${words}” is drawn`);
}

const judge = await (await browser.newContext()).newPage();

// The colours of a picture of the page, the commonest first, with how many points have each.
async function colours(page) {
  const picture = (await page.screenshot()).toString("base64");
  return judge.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const points = new Uint32Array(canvas.getImageData(0, 0, image.width, image.height).data.buffer);
    const found = new Map();
    for (const point of points) found.set(point, (found.get(point) ?? 0) + 1);
    const hex = (point) => [point & 255, (point >> 8) & 255, (point >> 16) & 255].map((one) => one.toString(16).padStart(2, "0")).join("");
    return [...found].sort((one, other) => other[1] - one[1]).map(([point, count]) => [hex(point), count]);
  }, picture);
}

async function checkUse() {
  const { page, seen, context } = await open({ colorScheme: "dark" });
  await until(async () => (await colours(page)).length > 200, "letters are painted");
  expect((await colours(page))[0][0] === "14171c", "the ground is that of the dark theme");
  await page.keyboard.type("belarus");
  await drawsAfter(seen, () => page.keyboard.press("Enter"), "Alexander Lukashenko");
  await drawsAfter(seen, () => page.keyboard.press(" "), "Pinned");
  // Copied to the clipboard, then pasted into the search box.
  await drawsAfter(seen, () => page.keyboard.press("y"), "address of the source");
  await drawsAfter(seen, () => page.keyboard.press("Enter"), "Copied");
  await page.keyboard.press("/");
  await drawsAfter(seen, () => page.keyboard.press("Control+v"), "has been president of Belarus");
  await page.keyboard.press("Escape");
  // The mouse is the explorer's until it is left to the page.
  await drawsAfter(seen, () => page.keyboard.press("F8"), "left to the terminal");
  await drawsAfter(seen, () => page.keyboard.press("F8"), "works in the explorer");
  const known = seen.sizes.length;
  await page.setViewportSize({ width: 700, height: 500 });
  await until(() => seen.sizes.length > known && seen.sizes.at(-1).width < 75, "a smaller page is reported");
  await page.setViewportSize({ width: 1280, height: 800 });
  await until(() => seen.sizes.at(-1).width > 110, "a larger page is reported");
  await page.keyboard.press("Control+q");
  await until(() => seen.closed === 1, "the page is closed when the explorer is left");
  expect(await page.getByRole("alertdialog").isVisible(), "a page says that its explorer has ended");
  expect(await page.evaluate(() => document.activeElement.tagName === "BUTTON"), "Enter opens it again");
  const from = seen.text.length;
  await page.keyboard.press("Enter");
  await until(() => seen.text.indexOf("Members and states", from) >= 0, "it opens again");
  await context.close();
}

async function checkLight() {
  const { page, context } = await open({ colorScheme: "light" });
  await until(async () => (await colours(page))[0][0] === "fbfaf7", "a light browser has the light theme");
  await context.close();
}

async function checkMouse() {
  const { page, seen, context } = await open();
  // The first screen lists the members: a click on one opens it.
  const cell = await page.evaluate(() => {
    const screen = document.querySelector(".xterm-screen").getBoundingClientRect();
    return { top: screen.top, height: screen.height, left: screen.left };
  });
  const row = cell.height / seen.sizes.at(-1).height;
  await drawsAfter(seen, async () => {
    await page.mouse.click(cell.left + 60, cell.top + row * 6.5); // Belarus
    await page.mouse.click(cell.left + 60, cell.top + row * 6.5);
  }, "member · BY");
  await context.close();
}

// Nobody gets in without the address, nor a page of another site with it.
async function checkStrangers() {
  const get = (path, headers = {}) => fetch(path, { headers, redirect: "manual" });
  expect((await get(`http://${host}/`)).status === 403, "without a token there is nothing");
  expect((await get(address.replace(/.\/$/, "/"))).status === 403, "a token that is not whole is none");
  const socket = `${address.replace("http:", "ws:")}explorer/dark?width=80&height=24`;
  const site = createServer((_, answer) => {
    answer.setHeader("Content-Type", "text/html");
    answer.end(`<!doctype html><iframe src="${address}"></iframe><script src="${address}textual.js"></script>`);
  });
  await new Promise((resolve) => site.listen(0, "127.0.0.1", resolve));
  const page = await (await browser.newContext()).newPage();
  await page.goto(`http://127.0.0.1:${site.address().port}/`);
  const got = await page.evaluate(async ([socket, address]) => ({
    socket: await new Promise((resolve) => {
      const tried = new WebSocket(socket);
      tried.onopen = () => resolve("opened");
      tried.onerror = () => resolve("refused");
    }),
    fetch: await fetch(address).then(() => "read", () => "refused"),
    sent: await fetch(address, { mode: "no-cors" }).then((answer) => answer.type, () => "refused"),
    script: Boolean(self.onload),
    frame: document.querySelector("iframe").contentDocument === null ? "closed" : "open",
  }), [socket, address]);
  expect(got.socket === "refused", `a page of another site connects: ${got.socket}`);
  expect(got.fetch === "refused", `a page of another site reads: ${got.fetch}`);
  expect(got.sent === "refused", `a page of another site loads: ${got.sent}`);
  expect(!got.script, "a page of another site runs the script");
  const frame = page.frames().find((one) => one !== page.mainFrame());
  expect((await frame.locator(".textual-terminal").count().catch(() => 0)) === 0, "a page of another site frames the explorer");
  site.close();
  // A name that was made to mean this machine.
  const answer = await page.goto(address.replace(host, `${STRANGER}:${port}`));
  expect(answer.status() === 403, `under another name the page is given: ${answer.status()}`);
  await page.context().close();
}

// The mouse first: the first screen of a new home has its rows where they are counted.
for (const step of [checkMouse, checkUse, checkLight, checkStrangers]) {
  const start = Date.now();
  try {
    await step();
  } catch (error) {
    problems.push(`${step.name}: ${error.message.split("\n")[0]}`);
  }
  console.log(`${step.name}: ${((Date.now() - start) / 1000).toFixed(1)} s, ${problems.length} problems so far`);
}
await browser.close();
console.log(`${counts.requests} files asked for, ${counts.frames} frames drawn, ${counts.checks} checks`);
console.log(problems.length ? problems.map((problem) => `  ${problem}`).join("\n") : "everything is as it should be");
process.exit(problems.length ? 1 : 0);
