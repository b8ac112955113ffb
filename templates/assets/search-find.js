// Which pages answer a query, best first: words are looked up by Pagefind; the listing narrows, counts and orders.
// Knows nothing of the page that shows it; see site_builder/output/searching/listing.py.
(() => {
  "use strict";

  const MAGIC = "pagefind_dcd";
  // A page that has some of the words is an answer only where it has those that matter.
  const ENOUGH = 0.3;
  const BESIDE = 1.4;
  const TITLED = 1.5;
  const SHORT = 2;
  // Where fewer pages have all words of a question, those with most of them join in.
  const FEW = 5;
  // Pages whose title may be the query, actors one of whose names may be, lists that readers look for by its words: so many are
  // read to see.
  const TITLES_READ = 4;
  const LISTS_READ = 1;
  // Of actors only those that would be shown anyway.
  const FIRST = 10;
  const MIXED = "The search index and its listing are not of the same site";

  const unpacked = async (response) => {
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    let data = new Uint8Array(await response.arrayBuffer());
    // Some hosts unpack a file on its way.
    if (data[0] === 0x1f && data[1] === 0x8b) {
      const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("gzip"));
      data = new Uint8Array(await new Response(stream).arrayBuffer());
    }
    const text = new TextDecoder().decode(data);
    if (!text.startsWith(MAGIC)) throw new Error(`${response.url} is no part of the search index`);
    return JSON.parse(text.slice(MAGIC.length));
  };

  // A number is one sign, from "0" on; halves of characters (surrogates) are left out.
  const number = (sign) => sign.codePointAt(0) - (sign.codePointAt(0) < 0xd800 ? 48 : 2096);

  const columns = ({ facets }) => Object.entries(facets).map(([name, { values, numbers, all }]) => ({
    name,
    values,
    all,
    // Of a page a sign, several in round brackets, or a space.
    numbers: Array.from(numbers.matchAll(/\(([^)]+)\)|[^(]/gu), ([own, several]) => [...(several ?? (own === " " ? "" : own))].map(number)),
  }));

  const read = (listing) => {
    let start = 0;
    const digits = Array.from(atob(listing.ids), (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
    const names = [...listing.lengths].map((sign) => `${listing.language}_${digits.slice(start, (start += number(sign)))}`);
    // A run of pages shares a name, and each page is a number in it.
    const ids = names.flatMap((name, run) => Array.from({ length: number(listing.pages[run]) }, (_, page) => `${name}-${page}`));
    let day = 0;
    const days = listing.days.map((step) => (day += step));
    return { ids, days, facets: columns(listing), titles: listing.titles, stamp: listing.stamp, large: listing.large ?? [] };
  };

  // pagefind(): loads the engine; reader: what search-words.js makes; load(path): fetches a file of the bundle;
  // weights: how much pages of a kind count, 1 where it is not named.
  const finder = ({ pagefind, reader, load, weights = {} }) => {
    const listing = load("listing.bin").then(unpacked).then(read);
    const fragments = new Map();

    const fragment = (id) => {
      if (!fragments.has(id)) {
        const found = load(`fragment/${id}.pf_fragment`).then(unpacked);
        fragments.set(id, found);
        found.catch(() => fragments.delete(id));
      }
      return fragments.get(id);
    };

    // ---- looking up: maps from a page's row to its score and the places of the words in its text

    const ask = async (words) => {
      const { ids, titles, stamp } = await listing;
      const { results } = await (await pagefind()).search(words);
      const found = new Map();
      for (const { id, score, words: places } of results) {
        // The index numbers its pages; the listing has the names of their files.
        const [number, made] = id.split(".");
        if (made !== stamp) throw new Error(MIXED);
        const row = parseInt([...number].reverse().join(""), 16);
        const titled = places.some((place) => place < titles[row]);
        found.set(row, { id: ids[row], score: titled ? score * TITLED : score, places });
      }
      return found;
    };

    const only = (found, others) => new Map([...found].filter(([row]) => others.has(row)));

    // The pages of any of `founds`, with the share of the words that each has; `shares` are the words' weights, `parts` what
    // they were found for.
    const joined = (founds, parts = [], shares = null) => {
      const pages = new Map();
      founds.forEach((found, number) => {
        const steps = Array.from({ length: parts[number]?.steps ?? 1 }, (_, step) => step + 1);
        for (const [row, { id, score, places, only }] of found) {
          const page = pages.get(row) ?? { id, score: 0, places: [], doubtful: [], own: [], share: 0, last: null };
          // Words that follow each other in the query and on the page, idle words between them aside, mean more.
          const beside = page.last?.number === number - 1 && places.some((place) => steps.some((step) => page.last.places.has(place - step)));
          page.score = (page.score + score) * (beside ? BESIDE : 1);
          page.own.push(places);
          if (only) page.doubtful.push({ only, places });
          else page.places.push(...places);
          page.share += shares ? shares[number] : 1 / founds.length;
          page.last = { number, places: new Set(places) };
          pages.set(row, page);
        }
      });
      return pages;
    };

    // Where the words of the query are in a page's text. The engine counts words that begin with a short one, too: used is not US.
    const hits = ({ content }, { places, doubtful }) => {
      const text = content.split(" ");
      const isWord = (place, word) => reader.fold(text[place] ?? "").split(" ").some((each) => each === word || each === `${word}s`);
      const sure = doubtful.flatMap(({ only: word, places: some }) => some.filter((place) => isWord(place, word)));
      const all = [...places, ...sure];
      return all.length ? all : doubtful.flatMap(({ places: some }) => some);
    };

    const kept = (pages, least) => new Map([...pages].filter(([, { share }]) => share >= least));
    const together = (founds, parts) => kept(joined(founds, parts), 1 - 1e-6);

    const some = (founds, parts, total) => {
      const weights = founds.map((found) => (found.size ? Math.log(1 + (total - found.size + 0.5) / (found.size + 0.5)) : Math.log(2 * total)));
      const sum = weights.reduce((a, b) => a + b, 0);
      const pages = kept(joined(founds, parts, weights.map((weight) => weight / sum)), ENOUGH);
      for (const page of pages.values()) page.score *= page.share ** 2;
      return pages;
    };

    // The engine takes for a word that it does not have the longest beginning that it has: `every` for `everything`.
    const isMeant = async (word, found) => {
      const [{ id, places }] = found.values();
      const text = (await fragment(id)).content.split(/\s+/);
      const wanted = reader.stem(word);
      const seen = places.length ? places.map((place) => text[place] ?? "") : (await fragment(id)).meta.title.split(/\s+/);
      return seen.some((each) => {
        const folded = reader.fold(each);
        return folded.replaceAll(" ", "").includes(wanted) || folded.split(" ").some((piece) => piece.startsWith(wanted));
      });
    };

    const lookUp = async (word) => {
      // A short word is no beginning: EU is not Europe, and every page has words in a.
      if ([...word].length <= SHORT) {
        const exact = await ask(`"${word}"`);
        const pages = exact.size ? only(await ask(word), exact) : exact;
        for (const page of pages.values()) page.only = word;
        return pages;
      }
      const found = await ask(word);
      if (!found.size || (await isMeant(reader.fold(word).replaceAll(" ", ""), found))) return found;
      return (await ask(`"${word}"`)).size ? found : new Map();
    };

    const lookUpWord = async ({ word, pieces, other }) => {
      const [folded, written] = await Promise.all([lookUp(word), other ? lookUp(other) : new Map()]);
      const found = new Map(folded);
      for (const [row, page] of written) if (!(found.get(row)?.score >= page.score)) found.set(row, page);
      if (found.size || pieces.length < 2) return found;
      return together(await Promise.all(pieces.map(lookUp)));
    };

    const lookUpPart = async (part) => {
      if (!part.phrase) return lookUpWord(part);
      const exact = await ask(`"${part.phrase}"`);
      if (!exact.size || !part.words) return exact;
      const scores = await Promise.all(part.words.map(lookUpWord));
      for (const [row, page] of exact) page.score = scores.reduce((sum, some) => sum + (some.get(row)?.score ?? 0), 0);
      return exact;
    };

    // The pages of `found` of which the query is the whole title or a name. Other pages with its words have more of them, and
    // would come first.
    const called = async (query, found, { parts, idle }) => {
      const { titles, facets } = await listing;
      const { values, numbers } = facets.find(({ name }) => name === "kind");
      const whole = [...found].filter(([, { own }]) => own.length === parts.length).sort(([, a], [, b]) => b.score - a.score);
      const titled = whole.filter(([row, { own }]) => {
        const inTitle = own.map((places) => places.filter((place) => place < titles[row]));
        return inTitle.every((some) => some.length) && new Set(inTitle.flat()).size + idle >= titles[row];
      });
      const ofKind = (wanted, some) => some.filter(([row]) => values[numbers[row][0]] === wanted);
      const isQuery = reader.naming(query);
      const isCalled = async ([row, { id }]) => {
        const { content, meta, anchors } = await fragment(id);
        const start = anchors.findIndex((anchor) => anchor.id === "names");
        const names = start < 0 ? "" : content.split(" ").slice(anchors[start].location, anchors[start + 1]?.location).join(" ");
        const isList = values[numbers[row][0]] === "page";
        return isQuery(meta.title) || names.split(/\.(?: |$)/).some((name) => isQuery(name, isList)) ? row : null;
      };
      const read = new Map([...titled.slice(0, TITLES_READ), ...ofKind("actor", whole.slice(0, FIRST)), ...ofKind("page", whole).slice(0, LISTS_READ)]);
      return new Set((await Promise.all([...read].map(isCalled))).filter((row) => row !== null));
    };

    // Where no page has enough of the words, those with all of them that the site has, or else enough of these.
    const known = (founds, total) => {
      const some_ = founds.filter(({ size }) => size);
      if (!some_.length) return new Map();
      const rest = together(some_);
      return rest.size ? rest : some(some_, [], total);
    };

    // Whether any of the first of `found` lacks some of `words`, which the engine was not asked for: such pages come after those
    // that have all of them. The words are marked where they stand.
    const lack = async (found, words) => {
      const best = [...found.values()].sort((a, b) => b.score - a.score).slice(0, FIRST);
      const wanted = words.map(({ word }) => reader.stem(word));
      const lacking = best.map(async (page) => {
        const text = (await fragment(page.id)).content.split(" ").map((word) => reader.fold(word).replaceAll(" ", ""));
        const places = wanted.map((word) => [...text.keys()].filter((place) => text[place].startsWith(word)));
        page.places.push(...places.flat());
        const there = places.filter((some) => some.length).length;
        page.score *= ((page.own.length + there) / (page.own.length + wanted.length)) ** 2;
        return there < wanted.length;
      });
      return (await Promise.all(lacking)).includes(true) || found.size > FIRST;
    };

    // What answers a long query with phrases, by some of its words: where these are together on few pages, the phrases are looked
    // for in the texts of these. Null where that does not help: then the engine is asked for the phrases.
    const inTexts = async (query, { parts, idle }, large) => {
      const phrases = parts.filter(({ phrase }) => phrase);
      const words = parts.flatMap((part) => part.words ?? part);
      if (!phrases.length || words.some(({ word }) => !word)) return null;
      const chosen = reader.chosen(words, large);
      if (chosen.length === words.length) return null;
      const together_ = together(await Promise.all(chosen.map(lookUpWord)));
      if (together_.size > FIRST) return null;
      const read = [...together_].map(async ([row, page]) => {
        const text = (await fragment(page.id)).content.split(" ");
        const places = phrases.map(({ written }) => reader.standing(text, written));
        return places.every((some) => some.length) ? [row, { ...page, places: [...(parts.length > phrases.length ? page.places : []), ...places.flat()] }] : null;
      });
      const found = new Map((await Promise.all(read)).filter(Boolean));
      if (!found.size) return null;
      const first = await called(query, found, { parts: chosen, idle: idle + words.length - chosen.length });
      const left = parts.filter((part) => !part.phrase && !chosen.includes(part));
      return { found, first, partly: await lack(found, left), isCommon: false };
    };

    // The pages that have the words of `query`; whether some have only some of them; which of them are called so; and
    // whether it has no words but those that nearly all pages have.
    const answer = async (query) => {
      const { ids, large } = await listing;
      const whole = reader.read(query);
      const quoted = await inTexts(query, whole, large);
      if (quoted) return quoted;
      const { isQuestion, isCommon } = whole;
      const phrases = whole.parts.filter(({ phrase }) => phrase);
      const words = whole.parts.filter(({ phrase }) => !phrase);
      const parts = [...phrases, ...reader.chosen(words, large)];
      const left = words.filter((word) => !parts.includes(word));
      const read = { parts, idle: whole.idle + left.length };
      const none = { partly: false, first: new Set(), isCommon: false };
      if (!parts.length) {
        // Nothing but signs finds nothing; nothing at all finds everything.
        return { ...none, found: new Map(query.trim() ? [] : ids.map((id, row) => [row, { id, score: 0, places: [], doubtful: [] }])) };
      }
      const all = await Promise.all(parts.map(lookUpPart));
      const found = together(all, parts);
      const first = await called(query, found, read);
      if (isCommon) return { ...none, found: only(found, first), first, isCommon: !first.size };
      const answered = all.length < 2 || found.size >= (isQuestion ? FEW : 1);
      const more = answered ? found : some(all, parts, ids.length);
      if (!more.size) return { ...none, found: known(all, ids.length), partly: true };
      const lacking = left.length > 0 && (await lack(more, left));
      return { ...none, found: more, first, partly: lacking || more.size > found.size };
    };

    // ---- narrowing

    // The listing has the values that the page offers. A link may choose another: then facets with more are loaded whole.
    let whole;
    const facetsFor = async (chosen) => {
      const { facets, stamp } = await listing;
      if (facets.every(({ name, values, all }) => all || (chosen[name] ?? []).every((value) => values.includes(value)))) return facets;
      const table = await (whole ??= load("values.bin").then(unpacked));
      if (table.stamp !== stamp) throw new Error(MIXED);
      const larger = columns(table);
      return facets.map((facet) => larger.find(({ name }) => name === facet.name) ?? facet);
    };

    const narrowed = (facets, rows, chosen) => {
      const passes = facets.map(({ name, values, numbers }) => {
        const wanted = new Set((chosen[name] ?? []).map((value) => values.indexOf(value)));
        return wanted.size ? (row) => numbers[row].some((number) => wanted.has(number)) : null;
      });
      // A facet's own choices are alternatives: what its other choices would add counts, too.
      const counts = {};
      facets.forEach(({ name, values, numbers }, own) => {
        const others = passes.filter((pass, number) => pass && number !== own);
        const totals = new Array(values.length).fill(0);
        for (const row of rows) {
          if (others.every((pass) => pass(row))) for (const number of numbers[row]) totals[number] += 1;
        }
        counts[name] = Object.fromEntries(values.map((value, number) => [value, totals[number]]));
      });
      const active = passes.filter(Boolean);
      return { rows: rows.filter((row) => active.every((pass) => pass(row))), counts };
    };

    const ORDERS = {
      newest: (days) => (a, b) => days[b] - days[a] || b - a,
      oldest: (days) => (a, b) => !days[a] - !days[b] || days[a] - days[b] || a - b,
    };

    // The pages that have the words of `query` and the values `chosen` ({facet: [value]}), and each value's number of pages.
    const find = async (query, chosen = {}, order = "") => {
      const table = await listing;
      const { found, partly, first, isCommon } = await answer(query);
      const facets = await facetsFor(chosen);
      const { rows, counts } = narrowed(facets, [...found.keys()], chosen);
      const kinds = facets.find(({ name }) => name === "kind");
      const weight = (row) => weights[kinds.values[kinds.numbers[row][0]]] ?? 1;
      const scores = new Map(order in ORDERS ? [] : rows.map((row) => [row, found.get(row).score * weight(row)]));
      const best = (a, b) => first.has(b) - first.has(a) || scores.get(b) - scores.get(a) || a - b;
      rows.sort(order in ORDERS ? ORDERS[order](table.days) : best);
      const results = rows.map((row) => ({ score: found.get(row).score, hits: (page) => hits(page, found.get(row)), data: () => fragment(found.get(row).id) }));
      return { results, counts, partly: partly && results.length > 0, isCommon };
    };

    return { find };
  };

  // ---- excerpts

  const TITLES = /^[(“"«]?(?:\p{Lu}|Dr|Mr|Mrs|Ms|Prof|St|No|г|им|ст)\.$/u;
  // Whether a sentence ends with the word at `place`: an initial is no end, and a small letter begins none.
  const isEnd = (words, place) =>
    /[.!?…。！？؟·]["”»’')\]]*$/u.test(words[place]) && !TITLES.test(words[place]) && !/^[^\p{L}\p{N}]*\p{Ll}/u.test(words[place + 1] ?? "");

  // What of a page to show for the places where words were found: the best of each kind of field, each from the beginning of
  // a sentence. Gives { field, words: [[word, isFound]], cutBefore, cutAfter, ended }: what it is cut from, and whether a sentence ends there.
  const excerpts = ({ content, anchors }, places, { most = 2, length = 34, hidden = [] } = {}) => {
    const words = content.split(" ");
    const hits = new Set(places);
    const kind = (field) => (field.startsWith("p-") ? "p-" : field);
    const seen = anchors
      .map(({ id, location }, number) => ({ id, start: location, end: anchors[number + 1]?.location ?? words.length }))
      .filter(({ id, start, end }) => end > start && !hidden.includes(id));
    const fields = seen
      .map((field, number) => {
        const own = [...hits].filter((place) => place >= field.start && place < field.end).sort((a, b) => a - b);
        const different = new Set(own.map((place) => words[place].toLowerCase().slice(0, 4))).size;
        return { ...field, number, own, different };
      })
      .filter(({ own }) => own.length)
      .sort((a, b) => b.different - a.different || a.number - b.number);
    const taken = fields.filter((field, number) => fields.findIndex((other) => kind(other.id) === kind(field.id)) === number);
    // Where they stand in the title only, or in a hidden field, such as another name: what the page begins with.
    const told = taken.length ? taken.slice(0, most) : seen.slice(0, 1).map((field) => ({ ...field, own: [field.start] }));
    return told.map(({ id, start, end, own }) => {
      // Where most of them stand together, from the beginning of that sentence.
      const near = (hit) => new Set(own.filter((place) => place >= hit && place < hit + length).map((place) => words[place].toLowerCase())).size;
      const hit = own.reduce((best, place) => (near(place) > near(best) ? place : best));
      let from = hit;
      while (from > start && !isEnd(words, from - 1)) from -= 1;
      let to = Math.min(Math.max(from + length, hit + 8), end);
      const last = own.filter((place) => place < to).at(-1);
      const stop = words.slice(0, to).findIndex((_, place) => place >= Math.max(last, from + length / 2) && isEnd(words, place));
      if (stop >= 0) to = stop + 1;
      const shown = words.slice(from, to).map((word, number) => [word, hits.has(from + number)]);
      return { field: id, words: shown, cutBefore: from > start, cutAfter: to < end, ended: isEnd(words, to - 1) };
    });
  };

  globalThis.siteSearch = { ...globalThis.siteSearch, finder, excerpts };
})();
