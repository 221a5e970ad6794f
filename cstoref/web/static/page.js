// Prepares the page for the terminal of textual-serve (textual.js), which begins when the window has loaded.

"use strict";

(() => {
  const FACES = ["16px 'Roboto Mono'", "bold 16px 'Roboto Mono'", "italic 16px 'Roboto Mono'"];
  const terminal = document.querySelector(".textual-terminal");
  const ended = document.getElementById("ended");
  const { theme } = document.documentElement.dataset;
  const light = theme === "light" || (theme === "auto" && matchMedia("(prefers-color-scheme: light)").matches);
  const address = new URL(`explorer/${light ? "light" : "dark"}`, location.href);
  address.protocol = "ws:";
  address.search = address.hash = "";
  terminal.dataset.sessionWebsocketUrl = address.href;

  // The terminal measures a letter once: its font has to be there by then.
  const begin = window.onload;
  window.onload = null;
  window.addEventListener("load", async (event) => {
    await Promise.allSettled(FACES.map((face) => document.fonts.load(face)));
    begin(event);
  });

  // textual.js says by classes of the body how far it is.
  let last = "";
  new MutationObserver(() => {
    const classes = document.body.classList;
    const now = classes.contains("-closed") ? "closed" : classes.contains("-loaded") ? "open" : "";
    if (now === last) return;
    last = now;
    if (now === "open") document.querySelector(".xterm-helper-textarea").focus();
    if (now === "closed") ended.querySelector("button").focus();
  }).observe(document.body, { attributes: true, attributeFilter: ["class"] });
  ended.querySelector("button").addEventListener("click", () => location.reload());

  // textual.js would send these to a connection that is not there yet, or no more.
  for (const name of ["focus", "blur", "resize"]) {
    window.addEventListener(name, (event) => {
      if (last !== "open") event.stopImmediatePropagation();
    }, true);
  }

  // By an unencrypted connection to another machine a browser has no clipboard but the old command.
  if (!navigator.clipboard) {
    const writeText = async (text) => {
      const box = document.body.appendChild(document.createElement("textarea"));
      const before = document.activeElement;
      box.value = text;
      box.select();
      document.execCommand("copy");
      box.remove();
      before.focus();
    };
    Object.defineProperty(navigator, "clipboard", { value: { writeText } });
  }

  // Ctrl+V pastes, as it does in every page; the terminal would send the control character.
  window.addEventListener("keydown", (event) => {
    const pastes = event.key.toLowerCase() === "v" && event.ctrlKey && !event.altKey && !event.metaKey;
    if (pastes) event.stopImmediatePropagation();
  }, true);
})();
