"use strict";
// Folding of what is typed, by the table that the program writes into the index: see cstoref/fold.py.

function folded(text, table) {
  let typed = text.normalize("NFC").toLowerCase();
  for (const [pair, sound] of Object.entries(table.pairs)) typed = typed.replaceAll(pair, sound);
  let letters = "";
  let before = "";
  for (const char of typed) {
    letters += letter(char, /\p{L}/u.test(before), table);
    before = char;
  }
  return letters
    .replace(/([\p{L}\p{N}])'s(?![\p{L}\p{N}])/gu, "$1")
    .replaceAll("'", "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function letter(char, within, table) {
  if (char < "\u0080") return char;
  if (!within && char in table.first) return table.first[char];
  return char in table.within ? table.within[char] : char;
}
