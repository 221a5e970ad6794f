// Passages and statements light each other up: where a link leads, and where the pointer or the focus is.

function targetOf(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null; // an address that is not one of ours
  }
}

// What the address leads to stays lit ("lit"), whatever the pointer or the focus is on ("near").
function light(elements, look) {
  for (const lit of document.querySelectorAll(`.${look}`)) lit.classList.remove(look);
  for (const element of elements) element?.classList.add(look);
}

function notesOf(statement) {
  return [...statement.querySelectorAll(":scope p a.mark[href^='#']")].map((mark) => targetOf(mark.hash));
}

function statementsOf(note) {
  return [...note.querySelectorAll(".back a")].map((back) => targetOf(back.hash));
}

function segmentsOf(passage) {
  const spot = passage.id.split("~").pop();
  const page = passage.closest(".page, main");
  return [...page.querySelectorAll(`mark[data-passages~="${CSS.escape(spot)}"]`)];
}

function together(element) {
  if (element?.matches(".statements > li")) return notesOf(element);
  if (element?.matches(".footnotes > li")) return statementsOf(element);
  if (element?.matches(".uses > li")) return segmentsOf(element);
  return [];
}

function lightTarget() {
  const target = targetOf(location.hash);
  const row = target?.closest("li") ?? null;
  light([...together(row), row], "lit");
  bringIntoView(notesOf(row ?? document.body));
}

// Only the column of footnotes moves, and only where it is one beside the statements.
function bringIntoView([note]) {
  const column = note?.closest(".notes");
  if (!column || column.scrollHeight <= column.clientHeight) return;
  const place = note.offsetTop - column.offsetTop;
  const seen = place >= column.scrollTop && place + note.offsetHeight <= column.scrollTop + column.clientHeight;
  if (!seen) column.scrollTop = Math.max(0, place - column.clientHeight / 3);
}

function startPassages() {
  const follow = (event) => {
    const row = event.target.closest?.(".statements > li, .footnotes > li, .uses > li");
    if (!row) return;
    light(together(row), "near");
    if (row.matches(".statements > li")) bringIntoView(notesOf(row));
  };
  document.addEventListener("pointerover", follow);
  document.addEventListener("focusin", follow);
  addEventListener("hashchange", () => {
    showTarget();
    lightTarget();
    showPage(true);
  });
  lightTarget();
  showPage(false);
  const skip = document.querySelector(".skip");
  skip.hidden = false;
  skip.addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("content").focus();
  });
}

// In one file a page is a part: its title, and where reading begins.
function showPage(changed) {
  if (!document.querySelector(".page")) return;
  const target = targetOf(location.hash);
  const page = target?.closest(".page") ?? document.querySelector(".page.first");
  document.title = page.dataset.title;
  if (!changed || (target && target !== page)) return;
  const heading = page.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  scrollTo(0, 0);
}

startSearch();
startDays();
startPassages();
