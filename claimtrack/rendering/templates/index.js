"use strict";
// The table stands as it is without this script, which lets a reader sort it.
(() => {
  const table = document.querySelector("table");
  const body = table.tBodies[0];
  const words = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const value = (row, column, kind) => {
    const cell = row.cells[column];
    if (kind === "text") return cell.textContent.trim();
    return cell.dataset.value === "" ? -1 : Number(cell.dataset.value);
  };
  table.querySelectorAll("th[data-kind]").forEach((head, column) => {
    const kind = head.dataset.kind;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const first = kind === "number" ? "descending" : "ascending";
      const second = kind === "number" ? "ascending" : "descending";
      const order = head.getAttribute("aria-sort") === first ? second : first;
      for (const other of table.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", order);
      const sign = order === "ascending" ? 1 : -1;
      const rows = [...body.rows].map((row) => [value(row, column, kind), row]);
      rows.sort(([one], [two]) => sign * (kind === "number" ? one - two : words.compare(one, two)));
      body.append(...rows.map(([, row]) => row));
    });
  });
})();
