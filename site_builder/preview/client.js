// In every page of the preview, and in none that is published: reloads what has changed, shows what is wrong.
(() => {
  "use strict";
  const here = document.currentScript.dataset.file;
  let version = Number(document.currentScript.dataset.version);

  const overlay = (text) => {
    document.getElementById("preview-problems")?.remove();
    if (!text) return;
    const box = document.createElement("section");
    box.id = "preview-problems";
    box.setAttribute("role", "alert");
    const title = document.createElement("h2");
    title.textContent = "The last change cannot be built; this is the site before it";
    const report = document.createElement("pre");
    report.tabIndex = 0;
    report.textContent = text;
    box.append(title, report);
    document.body.append(box);
  };

  const restyle = () => {
    for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
      const url = new URL(link.href);
      if (url.pathname.startsWith("/.preview/")) continue;
      url.searchParams.set("v", version);
      link.href = url.href;
    }
  };

  const reload = () => {
    sessionStorage.setItem("preview-scroll", JSON.stringify([location.href, scrollX, scrollY]));
    location.reload();
  };

  const [place, x, y] = JSON.parse(sessionStorage.getItem("preview-scroll") ?? "[]");
  if (place === location.href) scrollTo(x, y);
  sessionStorage.removeItem("preview-scroll");

  const hear = (event) => {
    const news = JSON.parse(event.data);
    const seen = version;
    version = news.version;
    document.documentElement.dataset.preview = version;
    overlay(news.problems);
    if (news.version === seen) return;
    const changed = news.changed;
    // Another preview may have taken over the address, or the connection was lost for a while.
    if (changed === null || news.version !== seen + 1) return reload();
    if (changed.some((name) => name === here || /^assets\/.*(?<!\.css)$/.test(name))) return reload();
    if (changed.some((name) => name.endsWith(".css"))) restyle();
  };

  // A browser keeps few connections to one host: a page that nobody sees lets go of its own, and asks again when it is seen.
  let stream = null;
  const listen = () => {
    stream?.close();
    stream = document.hidden ? null : new EventSource("/.preview/events");
    stream?.addEventListener("news", hear);
  };
  document.addEventListener("visibilitychange", listen);
  listen();
})();
