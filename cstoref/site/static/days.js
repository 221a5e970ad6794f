// The as-of date: what does not hold on the day is hidden. The page says for all days how each row counts, so
// that nothing is worked out here.

let day = "";

function heldOn(spans, at) {
  const [first, ...later] = spans.split(" ");
  let held = first;
  for (const span of later) if (span.slice(0, 10) <= at) held = span.slice(10);
  return held;
}

function spokenDay(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

// The day is in the address, so that a link to a page shows the same.
function withDay(href) {
  if (!day) return href;
  const [path, spot] = href.split("#");
  return `${path}?as-of=${day}${spot === undefined ? "" : `#${spot}`}`;
}

function startDays() {
  const input = document.getElementById("day");
  const form = input.form;
  form.hidden = false;
  const asked = new URLSearchParams(location.search).get("as-of") ?? "";
  if (/^\d{4}-\d\d-\d\d$/.test(asked)) input.value = asked;
  for (const link of document.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href");
    if (!href.startsWith("#") && !/^[a-z]+:/i.test(href)) link.dataset.plain = href;
  }
  input.addEventListener("change", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(change));
  if (input.value) change();

  function change() {
    day = input.value;
    remember();
    showDay();
  }
}

function remember() {
  const address = new URL(location.href);
  if (day) address.searchParams.set("as-of", day);
  else address.searchParams.delete("as-of");
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // A browser that keeps the address of a file as it is: links have the day all the same.
  }
  for (const link of document.querySelectorAll("a[data-plain]")) link.href = withDay(link.dataset.plain);
}

function showDay() {
  for (const row of document.querySelectorAll("[data-held]")) {
    const held = day ? heldOn(row.dataset.held, day) : "c";
    row.hidden = held === "n";
    chip(row, held);
  }
  for (const row of document.querySelectorAll("[data-since]")) row.hidden = Boolean(day) && row.dataset.since > day;
  for (const list of document.querySelectorAll(".statements, .rows, .uses > li")) hideEmpty(list);
  for (const section of document.querySelectorAll(".group, .year, main section:has(> .rows)")) recount(section);
  moveLine();
  document.body.classList.toggle("on-day", Boolean(day));
  const note = document.getElementById("day-note");
  note.hidden = !day;
  const own = spokenDay(document.body.dataset.day);
  note.textContent = day ? `As of ${spokenDay(day)}. Facts and marks in tables are those of ${own}.` : "";
  showTarget();
}

function chip(row, held) {
  row.querySelector(":scope .chip")?.remove();
  const words = held === "l" ? `${WORDS.l} ${row.dataset.confirmed ?? ""}` : WORDS[held];
  if (!day || !words) return;
  const mark = document.createElement("span");
  mark.className = "chip";
  mark.textContent = held === "l" ? ` ${words.trim()}` : `${words}: `;
  const place = row.querySelector("p") ?? row;
  if (held === "l") place.append(mark);
  else place.prepend(mark);
}

// A list of which no row is left, with the heading over it.
function hideEmpty(list) {
  const rows = [...list.querySelectorAll("li")];
  const empty = rows.length > 0 && rows.every((row) => row.hidden);
  list.hidden = empty;
  const above = list.previousElementSibling;
  if (above?.matches("h3")) above.hidden = empty;
}

function recount(section) {
  const rows = [...section.querySelectorAll(":scope .statements > li, :scope > .rows > li")];
  const shown = rows.filter((row) => !row.hidden).length;
  const count = section.querySelector("h2 .count, h3 .count");
  if (!rows.length || !count) return;
  section.hidden = shown === 0;
  count.textContent = shown === rows.length ? rows.length.toLocaleString("en") : `${shown} of ${rows.length}`;
}

// What an address leads to is shown, also if it does not hold on the day.
function showTarget() {
  const target = targetOf(location.hash);
  const row = target?.closest("[data-held]");
  if (!row?.hidden) return;
  row.hidden = false;
  chip(row, "n");
  for (let above = row.parentElement; above; above = above.parentElement) above.hidden = false;
}

function moveLine() {
  const line = document.querySelector(".day-line line");
  if (!line) return;
  const { first, last } = line.closest(".bars").dataset;
  const at = day || document.body.dataset.day;
  const year = Number(at.slice(0, 4));
  const ofYear = (Date.parse(at) - Date.parse(`${at.slice(0, 4)}-01-01`)) / 86400000 / 366;
  const share = Math.min(100, Math.max(0, ((year - first + ofYear) * 100) / (last - first + 1)));
  line.setAttribute("x1", `${share}%`);
  line.setAttribute("x2", `${share}%`);
}
