// A page that was found as an element of the list: who and when, the title, the verdict, and excerpts that say what they are.
// Looks are in the page's templates, words of the interface come from the caller.
(() => {
  "use strict";

  // Fields whose words stand in the result already, or that hold spellings for the engine.
  const HIDDEN = ["speaker", "credit", "names", "role", "kind", "also", "topic", "answers", "denial", "about", "address"];

  // labels: what an excerpt is, by field; siteRoot: the address of the site's root. Gives a function of a page and the places
  // of the words found in it.
  const shower = (labels, siteRoot) => {
    const pattern = document.querySelector("template[data-search-result]");
    const line = document.querySelector("template[data-search-excerpt]");
    const meanings = Object.fromEntries(
      [...document.querySelectorAll("[data-search-meaning]")].map((item) => [item.dataset.searchMeaning, item.textContent]),
    );

    // Results name pages from the site's root, wherever that lies on its host.
    const address = (url) => new URL(url.replace(/^\//, ""), siteRoot).href;

    // The marks around a word that was found are not what was looked for.
    const marked = (word) => {
      const [, before, inside, after] = word.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su);
      const mark = document.createElement("mark");
      mark.textContent = inside;
      return inside ? [before, mark, after] : [word];
    };

    // A line says what it is: a passage leads to its place, and keeps its quotation marks where it is cut.
    const toLine = (page, { field: name, words, cutBefore, cutAfter, ended }, isSource) => {
      const item = line.content.cloneNode(true).firstElementChild;
      const quoted = name.startsWith("p-");
      const beside = page.filters.beside?.find((told) => told.startsWith(`${name} `))?.slice(name.length + 1);
      item.querySelector("[data-part=kind]").textContent = beside ?? labels[quoted ? (isSource ? "passage" : "words") : name] ?? "";
      const target = item.querySelector("[data-part=text]");
      const into = quoted ? target : document.createElement("span");
      if (quoted) target.href = `${address(page.url)}#${encodeURIComponent(name)}`;
      else target.replaceWith(into);
      into.append(quoted && cutBefore ? "“… " : "");
      for (const [number, [word, isFound]] of words.entries()) into.append(number ? " " : "", ...(isFound ? marked(word) : [word]));
      into.append(cutAfter && quoted ? "\u00a0…”" : cutAfter && !ended ? "\u00a0…" : "");
      return item;
    };

    const toElement = (page, places) => {
      const item = pattern.content.cloneNode(true).firstElementChild;
      const part = (name) => item.querySelector(`[data-part="${name}"]`);
      const own = (name) => page.filters[name]?.[0];
      const apart = (text) => Object.assign(document.createElement("bdi"), { textContent: text });
      part("meta").append(...[own("by") && apart(own("by")), own("by") && own("date") && ", ", own("date")].filter(Boolean));
      const title = part("title");
      title.href = address(page.url);
      // Headlines, as passages, are in their articles' languages; all else is in the site's.
      const isSource = page.url.startsWith("/articles/");
      if (isSource) title.dir = "auto";
      title.append(...(own("lead") ? [`${own("lead")} `, apart(page.meta.title)] : [page.meta.title]));
      part("label").textContent = own("verdict") ?? "";
      part("sign").setAttribute("href", `#sign-${own("sign")}`);
      part("verdict").className = `verdict tone-${own("tone") ?? "neutral"}`;
      part("verdict").title = meanings[own("verdict")] ?? "";
      if (!own("verdict")) part("ruling").remove();
      part("excerpts").replaceChildren(
        ...globalThis.siteSearch.excerpts(page, places, { hidden: HIDDEN }).map((excerpt) => toLine(page, excerpt, isSource)),
      );
      return item;
    };

    return toElement;
  };

  globalThis.siteSearch = { ...globalThis.siteSearch, shower };
})();
