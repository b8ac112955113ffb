// The search page. Words of the interface come from the page's data attributes; search-words.js reads a query,
// search-find.js answers it, search-show.js makes a result of a page.
(() => {
  "use strict";

  // Browsers let no page on disk load modules: the page's own words then say what to do.
  if (location.protocol === "file:") return;

  const STEP = 10;
  const ORDERS = ["newest", "oldest"];

  const form = document.querySelector("[data-search]");
  const field = form.elements.q;
  const order = form.elements.order;
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const status = form.querySelector("[data-search-status]");
  const list = form.querySelector("[data-search-results]");
  const chips = form.querySelector("[data-search-chips]");
  const more = form.querySelector("[data-search-more]");
  const text = form.dataset;
  const siteRoot = new URL(text.root || ".", document.baseURI);
  const bundle = new URL(text.bundle, document.baseURI);
  const { reader, finder, shower } = globalThis.siteSearch;
  const toElement = shower(JSON.parse(text.textFields), siteRoot);

  const forms = JSON.parse(text.textCounts);
  const rules = (language) => { try { return new Intl.PluralRules(language); } catch { return new Intl.PluralRules("en"); } };
  const plural = rules(document.documentElement.lang);
  const counted = (count) => (forms[plural.select(count)] ?? forms.other).replace("%(n)s", count);

  let search;
  let latest = 0;
  let found = [];
  let shown = 0;

  const load = () => {
    const ranking = JSON.parse(text.ranking);
    let engine;
    // The engine's own worker would load all of the engine's script a second time.
    const pagefind = () => (engine ??= import(bundle).then(async (module) => {
      const instance = module.createInstance({ noWorker: true, baseUrl: "/", ranking: ranking.engine });
      await instance.init();
      return instance;
    }));
    const fetched = (path) => fetch(new URL(path, bundle), path.includes("/") ? {} : { cache: "no-cache" });
    return (search ??= finder({ pagefind, reader: reader(JSON.parse(text.words)), load: fetched, weights: ranking.kinds }));
  };

  // ---- the address holds the whole search: behind a #, which browsers send to no host

  const toParameters = () => {
    const parameters = new URLSearchParams();
    if (field.value.trim()) parameters.set("q", field.value.trim());
    for (const box of boxes) if (box.checked) parameters.append(box.name, box.value);
    if (order.value) parameters.set("sort", order.value);
    return parameters;
  };

  // The page lists the choices that most pages have. A link may choose another one: it gets a box of its own.
  const addChosen = (parameters) => {
    for (const some of form.querySelectorAll("[data-search-some]")) {
      const first = some.querySelector("input");
      for (const value of parameters.getAll(first.name)) {
        if (boxes.some((box) => box.name === first.name && box.value === value)) continue;
        const label = first.closest("label").cloneNode(true);
        const box = label.querySelector("input");
        box.value = value;
        label.querySelector(".facet-label").textContent = value;
        label.querySelector(".count").textContent = "";
        box.addEventListener("change", () => changed(true));
        first.closest("label").before(label);
        boxes.push(box);
      }
    }
  };

  const fromAddress = () => {
    const parameters = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : location.search);
    addChosen(parameters);
    field.value = parameters.get("q") ?? "";
    for (const box of boxes) box.checked = parameters.getAll(box.name).includes(box.value);
    order.value = ORDERS.includes(parameters.get("sort")) ? parameters.get("sort") : "";
    for (const box of boxes) if (box.checked) box.closest("details").open = true;
  };

  const toAddress = (push) => {
    const query = toParameters().toString();
    const address = location.pathname + (query ? `#${query}` : "");
    if (address === location.pathname + location.search + location.hash) return;
    history[push ? "pushState" : "replaceState"](null, "", address);
  };

  // ---- asking

  const chosen = () => {
    const values = {};
    for (const box of boxes) if (box.checked) (values[box.name] ??= []).push(box.value);
    return values;
  };

  const run = async () => {
    const mine = ++latest;
    const words = field.value.trim();
    const values = chosen();
    showChips();
    if (!words && !Object.keys(values).length && !order.value) {
      found = [];
      list.replaceChildren();
      more.hidden = true;
      status.textContent = "";
      showCounts(null);
      form.removeAttribute("aria-busy");
      return;
    }
    form.setAttribute("aria-busy", "true");
    try {
      const answer = await load().find(words, values, order.value);
      const elements = await made(answer.results.slice(0, STEP));
      if (mine !== latest) return;
      found = answer.results;
      shown = elements.length;
      list.replaceChildren(...elements);
      more.hidden = shown >= found.length;
      showCounts(answer.counts);
      const count = counted(found.length);
      status.textContent = answer.isCommon ? text.textCommon : !found.length ? text.textNone : answer.partly ? `${text.textPartly} ${count}` : count;
    } catch (problem) {
      if (mine !== latest) return;
      console.error(problem);
      search = undefined;
      found = [];
      status.textContent = text.textFailed;
      list.replaceChildren();
      more.hidden = true;
      showCounts(null);
    } finally {
      if (mine === latest) form.removeAttribute("aria-busy");
    }
  };

  // ---- showing

  const made = async (results) => {
    const pages = await Promise.all(results.map((result) => result.data()));
    return pages.map((page, number) => toElement(page, results[number].hits(page)));
  };

  // What a choice would find, beside it; without a search what the whole site has.
  const showCounts = (counts) => {
    for (const box of boxes) {
      const label = box.closest("label");
      const count = label.querySelector(".count");
      label.dataset.all ??= count.textContent;
      count.textContent = counts ? (counts[box.name]?.[box.value] ?? 0) : label.dataset.all;
      label.classList.toggle("is-empty", Boolean(counts) && !counts[box.name]?.[box.value] && !box.checked);
    }
  };

  const chip = (label, action, name) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    if (name) button.setAttribute("aria-label", name);
    button.addEventListener("click", action);
    item.append(button);
    return item;
  };

  const showChips = () => {
    const active = boxes.filter((box) => box.checked);
    const items = active.map((box) => {
      const label = box.closest("label").querySelector(".facet-label").textContent;
      return chip(
        label,
        () => {
          box.checked = false;
          changed(true);
          field.focus();
        },
        `${text.textRemove}: ${label}`,
      );
    });
    if (active.length > 1) {
      const clear = () => {
        for (const box of active) box.checked = false;
        changed(true);
        field.focus();
      };
      items.push(chip(text.textClear, clear));
    }
    chips.replaceChildren(...items);
    chips.hidden = items.length === 0;
  };

  // ---- listening

  const changed = (push) => {
    toAddress(push);
    run();
  };

  let typing;
  field.addEventListener("input", () => {
    // What is on its way answers a query that is no more.
    latest += 1;
    clearTimeout(typing);
    typing = setTimeout(() => changed(false), 150);
  });
  order.addEventListener("change", () => changed(true));
  for (const box of boxes) box.addEventListener("change", () => changed(true));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    changed(true);
  });
  more.addEventListener("click", async () => {
    const mine = latest;
    const from = shown;
    more.disabled = true;
    try {
      const elements = await made(found.slice(from, from + STEP));
      if (mine !== latest || from !== shown) return;
      list.append(...elements);
      shown += elements.length;
      more.hidden = shown >= found.length;
      elements[0]?.querySelector("a").focus();
    } catch (problem) {
      console.error(problem);
      if (mine === latest) status.textContent = text.textFailed;
    } finally {
      more.disabled = false;
    }
  });
  addEventListener("popstate", () => {
    fromAddress();
    run();
  });

  status.textContent = "";
  // On a phone the facets would push the results out of sight: the style sheet hides them until they are asked for.
  const toggle = form.querySelector("[data-search-filters]");
  toggle.addEventListener("click", () => {
    const open = form.querySelector(".facets").classList.toggle("is-open");
    toggle.setAttribute("aria-expanded", String(open));
  });
  // What was typed before this script came is looked for; choices could not be made.
  const early = field.value;
  fromAddress();
  field.value ||= early;
  for (const facet of form.querySelectorAll(".facets fieldset")) facet.disabled = false;
  // An old link has its query where the host sees it: from here on it is behind the #.
  toAddress(false);
  run();
})();
