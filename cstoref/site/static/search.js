// Search over the index of names and statements: whole names, then beginnings, then words, then statements.

const MOST_FOUND = 40;
const FEWEST_LETTERS = 3;

function searchPages(typed, index) {
  const words = folded(typed, index.fold);
  if (!words) return [];
  const parts = words.split(" ");
  const found = [...foundNames(words, index)];
  if (words.length < FEWEST_LETTERS) return found;
  for (const { words: own, shown } of otherWords(index)) if (hasWords(own, parts)) found.push(shown);
  return found;
}

function* foundNames(words, index) {
  const key = words.replaceAll(" ", "");
  const parts = words.split(" ");
  const best = new Map();
  index.names.forEach(([text, record, form, whole], place) => {
    const own = text.replaceAll(" ", "");
    let tier = 3;
    if (own === key) tier = 0;
    else if (whole) return; // a code or an id is found whole only
    else if (own.startsWith(key)) tier = 1;
    else if (hasWords(text, parts)) tier = 2;
    else return;
    const rank = tier * 1e6 + place;
    if (!best.has(record) || best.get(record).rank > rank) best.set(record, { rank, form });
  });
  const ranked = [...best].sort((one, other) => one[1].rank - other[1].rank);
  for (const [record, { form }] of ranked) {
    const [href, name, kind] = index.records[record];
    yield { href, name, what: form ? `${kind} · ${form}` : kind };
  }
}

function hasWords(text, parts) {
  const spaced = ` ${text}`;
  return parts.every((part) => spaced.includes(` ${part}`));
}

// Sources, conflicts and statements with their folded words, folded at the first search.
function otherWords(index) {
  index.read ??= [
    ...index.others.map(([href, name, what]) => ({ href, name, what })),
    ...index.statements.map(([record, spot, text]) => {
      const [href, name] = index.records[record];
      return { href: `${href}${index.between}${spot}`, name: text, what: name };
    }),
  ].map((shown) => ({ shown, words: folded(`${shown.name} ${shown.what}`, index.fold) }));
  return index.read;
}

// The search box of every page.

function startSearch() {
  const box = document.getElementById("search");
  const list = document.getElementById("found");
  const count = document.getElementById("found-count");
  const section = list.closest("section");
  box.form.hidden = false;
  box.form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  box.addEventListener("focus", () => loadIndex(() => {}), { once: true });
  box.addEventListener("input", () => loadIndex(show));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
    if (event.key === "ArrowDown") step(event, list.querySelector("a"));
  });
  list.addEventListener("keydown", (event) => {
    const row = event.target.closest("li");
    if (event.key === "Escape") clear();
    if (event.key === "ArrowDown") step(event, row?.nextElementSibling?.querySelector("a"));
    if (event.key === "ArrowUp") step(event, row?.previousElementSibling?.querySelector("a") ?? box);
  });
  list.addEventListener("click", (event) => {
    if (event.target.closest("a[href^='#']")) clear();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) step(event, box);
  });

  function step(event, next) {
    event.preventDefault();
    next?.focus();
  }

  function clear() {
    box.value = "";
    section.hidden = true;
    box.focus();
  }

  function show(index) {
    const typed = box.value.trim();
    const found = searchPages(typed, index);
    section.hidden = !typed;
    const more = found.length > MOST_FOUND ? `, the first ${MOST_FOUND}` : "";
    count.textContent = found.length ? `${found.length} ${found.length === 1 ? "result" : "results"}${more}` : "Nothing found.";
    list.replaceChildren(...found.slice(0, MOST_FOUND).map(resultRow));
  }
}

function resultRow({ href, name, what }) {
  const row = document.createElement("li");
  const link = document.createElement("a");
  link.href = href.startsWith("#") ? href : withDay(`${document.body.dataset.root}${href}`);
  link.textContent = name;
  const note = document.createElement("span");
  note.className = "dim";
  note.textContent = ` · ${what}`;
  row.append(link, note);
  return row;
}

// A script and no request for data: a page of a folder may load scripts, but read no file.

const waiting = [];

function loadIndex(use) {
  if (globalThis.cstorefIndex) {
    use(globalThis.cstorefIndex);
    return;
  }
  waiting.push(use);
  if (waiting.length > 1) return;
  const script = document.createElement("script");
  script.src = `${document.body.dataset.root}search-index.js`;
  script.addEventListener("load", () => waiting.splice(0).forEach((one) => one(globalThis.cstorefIndex)));
  document.head.append(script);
}
