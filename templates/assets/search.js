// The search page: Pagefind in the reader's browser. Words of the interface come from the page's data attributes.
(() => {
  "use strict";

  // Browsers let no page on disk load modules: the page's own words then say what to do.
  if (location.protocol === "file:") return;

  const STEP = 10;
  // A word that every page has in its metadata; see site_builder/output/searching/html.py.
  const EVERYTHING = "𐀀𐀁𐀂𐀃";
  const ORDERS = { newest: { date: "desc" }, oldest: { date: "asc" } };

  const form = document.querySelector("[data-search]");
  const field = form.elements.q;
  const order = form.elements.sort;
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const status = form.querySelector("[data-search-status]");
  const list = form.querySelector("[data-search-results]");
  const chips = form.querySelector("[data-search-chips]");
  const more = form.querySelector("[data-search-more]");
  const pattern = document.querySelector("template[data-search-result]");
  const text = form.dataset;
  const siteRoot = new URL(text.root || ".", document.baseURI);

  const meanings = Object.fromEntries(
    [...document.querySelectorAll("[data-search-meaning]")].map((item) => [item.dataset.searchMeaning, item.textContent]),
  );

  const forms = JSON.parse(text.textCounts);
  const rules = (language) => { try { return new Intl.PluralRules(language); } catch { return new Intl.PluralRules("en"); } };
  const plural = rules(document.documentElement.lang);
  const counted = (count) => (forms[plural.select(count)] ?? forms.other).replace("%(n)s", count);

  let engine;
  let latest = 0;
  let found = [];
  let shown = 0;

  const load = () => {
    engine ??= import(new URL(text.bundle, document.baseURI)).then(async (pagefind) => {
      await pagefind.options({ baseUrl: "/", excerptLength: 28 });
      await pagefind.init();
      return pagefind;
    });
    return engine;
  };

  // ---- the address holds the whole search

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
    const parameters = new URLSearchParams(location.search);
    addChosen(parameters);
    field.value = parameters.get("q") ?? "";
    for (const box of boxes) box.checked = parameters.getAll(box.name).includes(box.value);
    order.value = parameters.get("sort") in ORDERS ? parameters.get("sort") : "";
    for (const box of boxes) if (box.checked) box.closest("details").open = true;
  };

  const toAddress = (push) => {
    const query = toParameters().toString();
    const address = location.pathname + (query ? `?${query}` : "");
    if (address === location.pathname + location.search) return;
    history[push ? "pushState" : "replaceState"](null, "", address);
  };

  // ---- asking

  const filters = () => {
    const chosen = {};
    for (const box of boxes) if (box.checked) (chosen[box.name] ??= []).push(box.value);
    // Values of one facet are alternatives; facets narrow each other.
    for (const name of Object.keys(chosen)) chosen[name] = chosen[name].length > 1 ? { any: chosen[name] } : chosen[name];
    return chosen;
  };

  const search = async () => {
    const mine = ++latest;
    const words = field.value.trim();
    const chosen = filters();
    showChips();
    if (!words && !Object.keys(chosen).length && !order.value) {
      found = [];
      list.replaceChildren();
      more.hidden = true;
      status.textContent = "";
      return;
    }
    form.setAttribute("aria-busy", "true");
    try {
      const pagefind = await load();
      const options = { filters: chosen };
      if (order.value) options.sort = ORDERS[order.value];
      const answer = await pagefind.search(words || EVERYTHING, options);
      if (mine !== latest) return;
      found = answer.results;
      shown = 0;
      const results = await render();
      if (mine !== latest) return;
      list.replaceChildren(...results);
      more.hidden = shown >= found.length;
      const count = found.length;
      status.textContent = count === 0 ? text.textNone : counted(count);
    } catch (problem) {
      console.error(problem);
      engine = undefined;
      status.textContent = text.textFailed;
      list.replaceChildren();
      more.hidden = true;
    } finally {
      if (mine === latest) form.removeAttribute("aria-busy");
    }
  };

  // ---- showing

  const render = async () => {
    const part = found.slice(shown, shown + STEP);
    shown += part.length;
    return (await Promise.all(part.map((result) => result.data()))).map(toElement);
  };

  const toElement = (data) => {
    const item = pattern.content.cloneNode(true).firstElementChild;
    const part = (name) => item.querySelector(`[data-part="${name}"]`);
    part("meta").textContent = [data.meta.actor, data.meta.date].filter(Boolean).join(", ");
    const title = part("title");
    title.href = address(data.url);
    title.textContent = [data.filters.lead?.[0], data.meta.title].filter(Boolean).join(" ");
    part("label").textContent = data.meta.verdict ?? "";
    part("sign").setAttribute("href", `#sign-${data.meta.sign}`);
    part("verdict").className = `verdict tone-${data.meta.tone ?? "neutral"}`;
    part("meaning").textContent = meanings[data.meta.verdict] ?? "";
    if (!data.meta.verdict) part("ruling").remove();
    if (field.value.trim()) marked(part("excerpt"), data.excerpt);
    else part("excerpt").remove();
    for (const passage of data.sub_results.filter((sub) => sub.anchor?.id).slice(0, 3)) {
      const line = document.createElement("li");
      const link = document.createElement("a");
      link.href = address(passage.url);
      marked(link, passage.excerpt);
      line.append(link);
      part("passages").append(line);
    }
    if (!field.value.trim()) part("passages").replaceChildren();
    return item;
  };

  // Results name pages from the site's root, wherever that lies on its host.
  const address = (url) => new URL(url.replace(/^\//, ""), siteRoot).href;

  // Pagefind's excerpts are escaped text with <mark> in it: take them apart rather than trust them as HTML.
  const marked = (target, excerpt) => {
    const parsed = new DOMParser().parseFromString(excerpt, "text/html").body;
    target.replaceChildren(
      ...[...parsed.childNodes].map((node) => {
        if (node.nodeName !== "MARK") return document.createTextNode(node.textContent);
        const mark = document.createElement("mark");
        mark.textContent = node.textContent;
        return mark;
      }),
    );
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
    search();
  };

  let typing;
  field.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => changed(false), 150);
  });
  field.addEventListener("focus", () => load().catch(() => {}), { once: true });
  order.addEventListener("change", () => changed(true));
  for (const box of boxes) box.addEventListener("change", () => changed(true));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    changed(true);
  });
  more.addEventListener("click", async () => {
    const results = await render();
    list.append(...results);
    more.hidden = shown >= found.length;
    results[0]?.querySelector("a").focus();
  });
  addEventListener("popstate", () => {
    fromAddress();
    search();
  });

  status.textContent = "";
  // On a phone the facets would push the results out of sight: the style sheet hides them until they are asked for.
  const toggle = form.querySelector("[data-search-filters]");
  toggle.addEventListener("click", () => {
    const open = form.querySelector(".facets").classList.toggle("is-open");
    toggle.setAttribute("aria-expanded", String(open));
  });
  fromAddress();
  search();
})();
