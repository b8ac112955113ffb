// What a reader's query means, word by word: the counterpart of site_builder/folding.py, which makes the table.
(() => {
  "use strict";

  const OPENING = "\"“”„‟«»‹›「『〝";
  const CLOSING = "\"“”«»‹›」』〞";
  // A question has so many words that tell nothing, or so many in all.
  const IDLE = 2;
  const QUESTION = 3;
  // A query is long that has more different words than this; it is looked up by so many.
  const LONG = 7;
  const ENOUGH = 6;
  const MEASURE = /^(\p{Nd}+)(\p{L}{2,})$/u;
  const QUOTED = new RegExp(`[${OPENING}]([^${OPENING}${CLOSING}]+)[${CLOSING}]`, "gu");

  // table: letters (what stands for what), unspaced (ranges of letters that are words by themselves), and stop: words
  // that questions are made of and that nobody looks for.
  const reader = ({ letters, unspaced, stop }) => {
    const alone = new RegExp(`[${unspaced}]`, "u");
    const ignored = new Set(stop);

    const fold = (text) => {
      const plain = text.replace(/(?<=\p{Nd})[.,٫٬](?=\p{Nd})/gu, "").normalize("NFKD").toLowerCase();
      let folded = "";
      for (const character of plain) {
        if (character in letters) folded += letters[character];
        else if (/[\p{M}\p{Cf}]/u.test(character)) continue;
        else if (alone.test(character)) folded += ` ${character} `;
        else folded += /[\p{L}\p{N}]/u.test(character) ? character : " ";
      }
      return folded.trim().replace(/\s+/g, " ");
    };

    // Signs of money and arithmetic are no part of a word; the engine leaves punctuation out by itself.
    const unsigned = (text) => text.toLowerCase().replace(/[\p{S}"“”„‟«»‹›]/gu, " ").replace(/\s+/g, " ").trim();

    // The words that a compound is made of, U.S.-led or 10kg, as folding.py has them: letters between points are one word.
    const isWithin = (character) => ".,&".includes(character) || character in letters || /[\p{M}\p{Cf}]/u.test(character) || fold(character);

    const partsOf = (written) => {
      const parts = Array.from(written, (character) => (isWithin(character) ? character : " ")).join("").split(" ");
      return parts.flatMap((part) => {
        const pieces = fold(part).split(" ");
        const measure = pieces.join("").match(MEASURE);
        return measure ? measure.slice(1) : pieces.every((piece) => piece.length < 2) ? pieces.join("") : pieces;
      }).filter(Boolean);
    };

    const word = (written) => {
      const pieces = partsOf(written);
      // Letters that are words by themselves are looked up side by side.
      if (alone.test(written)) return { phrase: fold(written), written };
      const joined = fold(written).replaceAll(" ", "");
      const own = unsigned(written);
      return { word: joined, pieces, other: fold(own) === joined && own !== joined && !own.includes(" ") ? own : "", written };
    };

    // What a query asks for: parts, each of which a page should have, { phrase } or { word, pieces, other }; how many idle words
    // are left out; whether it is a question, whose words no answer need have all; and whether it has none but idle words.
    const read = (query) => {
      const phrases = [];
      const rest = query.replace(QUOTED, (_, inside) => {
        const phrase = [...inside].some((c) => alone.test(c)) ? fold(inside) : unsigned(inside);
        if (phrase) phrases.push({ phrase, words: inside.split(/\s+/).filter(fold).map(word), written: inside });
        return " ";
      });
      // What stands between two of them in the query may stand between them on a page: steps are the idle words before each, and itself.
      let step = 0;
      const words = unsigned(rest).split(" ").filter(fold).map((written) => {
        const made = { ...word(written), steps: (step += 1) };
        if (!ignored.has(made.word)) step = 0;
        return made;
      });
      const telling = words.filter((each) => !ignored.has(each.word));
      const parts = [...phrases, ...(telling.length || phrases.length ? telling : words)];
      const idle = telling.length ? words.length - telling.length : 0;
      return { parts, idle, isQuestion: idle >= IDLE || parts.length >= QUESTION, isCommon: !telling.length && !phrases.length && words.length > 0 };
    };

    // Whether a text is what `query` says: the same words, or the same but for one idle word (the, about), or for any number.
    const naming = (query) => {
      const told = (text) => fold(text).split(" ").filter((each) => !ignored.has(each)).join(" ");
      const [whole, short] = [fold(query), told(query)];
      const idle = whole.split(" ").length - short.split(" ").length;
      return (text, anyIdle) => fold(text) === whole || (short !== "" && (anyIdle || idle < IDLE) && told(text) === short);
    };

    // How a word begins, without what inflects it: also what the engine must have found where it was asked for the word.
    const stem = (word) => word.slice(0, Math.max(Math.min(word.length, 3), word.length - (word.length < 7 ? 1 : word.length < 10 ? 2 : 3)));

    // The words by which a long query is looked up: those in small files of the index, of these the longest. The others would
    // load many times as much, and tell no more; they are looked for in the text of the pages that have these. large: the first
    // and last words of large files, smaller ones first.
    const chosen = (words, large) => {
      const size = (word) => 1 + large.findIndex(([first, last]) => word >= first && (word <= last || word.startsWith(last)));
      const cost = ({ word, pieces, other }) => Math.max(...[word, other, ...pieces].map(size));
      const different = words.filter(({ word }, place) => !ignored.has(word) && words.findIndex((other) => other.word === word) === place);
      if (different.length <= LONG) return words;
      const kept = different.sort((a, b) => cost(a) - cost(b) || b.word.length - a.word.length).slice(0, ENOUGH);
      return words.filter((word) => kept.includes(word));
    };

    // Where in a text words follow each other as in `phrase`: the places of all of them.
    const standing = (text, phrase) => {
      const wanted = fold(phrase).split(" ");
      const pieces = text.flatMap((word, place) => fold(word).split(" ").filter(Boolean).map((piece) => [piece, place]));
      const start = pieces.findIndex((_, from) => wanted.every((piece, step) => pieces[from + step]?.[0] === piece));
      return start < 0 ? [] : [...new Set(pieces.slice(start, start + wanted.length).map(([, place]) => place))];
    };

    return { fold, read, naming, stem, chosen, standing };
  };

  globalThis.siteSearch = { ...globalThis.siteSearch, reader };
})();
