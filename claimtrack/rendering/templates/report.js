"use strict";
// The page says everything without this script; it adds one source at a time, and Escape.
(() => {
  const root = document.documentElement;
  const buttons = [...document.querySelectorAll("button[data-show]")];
  const choose = (button) => {
    const article = button.closest("article");
    const key = button.getAttribute("aria-pressed") === "true" ? null : button.dataset.show;
    const statements = article.querySelectorAll(".statement[data-voices]");
    let found = 0;
    for (const statement of statements) {
      const hit = key !== null && statement.dataset.voices.split(" ").includes(key);
      statement.classList.toggle("hit", hit);
      found += hit ? 1 : 0;
    }
    article.classList.toggle("filtered", key !== null);
    for (const other of article.querySelectorAll("button[data-show]")) {
      other.setAttribute("aria-pressed", String(other.dataset.show === key));
    }
    for (const part of article.querySelectorAll(".strip rect")) {
      part.classList.toggle("faint", key !== null && part.dataset.voice !== key);
    }
    const showing = article.querySelector(".showing");
    showing.hidden = key === null;
    showing.textContent = key === null ? "" :
      `Showing ${found} of ${statements.length} statements: ` +
      article.querySelector(`[id="${key}"] .name`).textContent +
      ". Press the button again to see the whole article.";
  };
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => choose(button));
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") root.classList.add("quiet");
  });
  for (const name of ["focusin", "pointerover"]) {
    document.addEventListener(name, () => root.classList.remove("quiet"));
  }
})();
