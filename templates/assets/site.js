// Small comforts; every page reads without them.
(() => {
  "use strict";

  // Links name their file so that the site opens from disk; on a host the file's name is noise.
  const tidy = (url) => url.replace(/(^|\/)index\.html(?=$|[?#])/, "$1");
  if (location.protocol !== "file:") {
    for (const link of document.querySelectorAll("a[href*='index.html']")) {
      // Read as written: a link in a picture has no `origin`.
      const written = link.getAttribute("href");
      if (new URL(written, document.baseURI).origin === location.origin) link.setAttribute("href", tidy(written) || "./");
    }
    if (/\/index\.html$/.test(location.pathname)) history.replaceState(null, "", tidy(location.href));
  }

  // A passage may be cut into several marks; all of them answer to its address.
  const showTarget = () => {
    for (const old of document.querySelectorAll(".is-target")) old.classList.remove("is-target");
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { /* an address that somebody mistyped is no passage's */ }
    if (!name.startsWith("p-")) return;
    for (const mark of document.querySelectorAll("mark[data-passages]")) {
      if (mark.dataset.passages.split(" ").includes(name)) mark.classList.add("is-target");
    }
    document.querySelector(`[data-note="${CSS.escape(name)}"]`)?.classList.add("is-target");
  };
  addEventListener("hashchange", showTarget);
  showTarget();

  // Copying and sharing: by the browser itself, with nobody in between.
  for (const button of document.querySelectorAll("[data-copy]")) {
    if (!navigator.clipboard) break;
    const label = button.textContent;
    const text = () => button.dataset.copy || button.closest("div").querySelector("pre").textContent;
    button.setAttribute("aria-live", "polite");
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text());
      button.textContent = button.dataset.done;
      setTimeout(() => (button.textContent = label), 2000);
    });
  }
  for (const button of document.querySelectorAll("[data-share]")) {
    if (!navigator.share) break;
    button.hidden = false;
    button.addEventListener("click", () => {
      navigator.share({ title: button.dataset.title, url: button.dataset.share }).catch(() => {});
    });
  }

  // What readers look for goes behind a #, which browsers send to no host.
  document.querySelector("form[data-search-start]")?.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = event.target.querySelector("input").value.trim();
    location.href = tidy(event.target.action) + (query ? `#${new URLSearchParams({ q: query })}` : "");
  });

  // Ctrl-K leads to the search field, here or on its page.
  addEventListener("keydown", (event) => {
    const chord = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!chord) return;
    const field = document.querySelector("[data-search-field]");
    const link = document.querySelector("[data-search-link]");
    if (!field && !link) return;
    event.preventDefault();
    if (field) {
      field.focus();
      field.select();
    } else {
      location.href = link.href;
    }
  });
})();
