"use strict";
(() => {
  const root = document.documentElement;

  // What the page remembers; where the browser keeps nothing, it lasts until the page is closed.
  const memory = {
    get: (key) => { try { return localStorage.getItem("gallery-" + key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem("gallery-" + key, value); } catch { /* not kept */ } },
  };
  const motionOfReader = matchMedia("(prefers-reduced-motion: no-preference)");
  const setting = { theme: memory.get("theme") ?? "auto", motion: memory.get("motion") ?? "auto" };

  const showTheme = () => {
    if (setting.theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = setting.theme;
  };
  showTheme();

  // Inside an <img> only the picture's own media queries count, so the switches rewrite these.
  const HEAD = "data:image/svg+xml;base64,";
  const ALWAYS = "(min-width:0)", NEVER = "(max-width:0)";
  const DARK = "(prefers-color-scheme:dark)", MOTION = "(prefers-reduced-motion:no-preference)";
  const rewritten = (address) => {
    let svg = atob(address.slice(HEAD.length));
    if (setting.theme !== "auto") svg = svg.replace(DARK, setting.theme === "dark" ? ALWAYS : NEVER);
    if (setting.motion === "on") svg = svg.replace(MOTION, ALWAYS);
    return HEAD + btoa(svg);
  };
  // When the still picture stands in for the film.
  const STILL = { auto: "(prefers-reduced-motion:reduce)", on: "not all", off: "all" };

  document.addEventListener("DOMContentLoaded", () => {
    const all = (selector, within = document) => [...within.querySelectorAll(selector)];
    const images = all("figure img").map((image) => ({ image, address: image.src }));
    const stills = all("figure source").map((source) => ({ source, address: source.srcset }));
    let drawnFor = "auto auto";
    const redraw = () => {
      const wanted = setting.theme + " " + setting.motion;
      if (wanted === drawnFor) return;
      drawnFor = wanted;
      for (const { source, address } of stills) {
        source.media = STILL[setting.motion];
        source.srcset = rewritten(address);
      }
      for (const { image, address } of images) image.src = rewritten(address);
    };

    const tools = document.querySelector(".tools");
    tools.hidden = false;
    tools.addEventListener("submit", (event) => event.preventDefault());

    for (const choice of all("input[name=theme]")) {
      choice.checked = choice.value === setting.theme;
      choice.addEventListener("change", () => {
        setting.theme = choice.value;
        memory.set("theme", choice.value);
        showTheme();
        redraw();
      });
    }

    const motion = document.getElementById("motion");
    const showMotion = () => {
      motion.checked = setting.motion === "auto" ? motionOfReader.matches : setting.motion === "on";
    };
    motion.addEventListener("change", () => {
      // Back at what the reader's system asks for, the page follows the system again.
      setting.motion = motion.checked === motionOfReader.matches ? "auto" : motion.checked ? "on" : "off";
      memory.set("motion", setting.motion);
      redraw();
    });
    motionOfReader.addEventListener("change", showMotion);
    showMotion();
    redraw();

    const entries = all("article").map((article) => ({
      article,
      item: document.querySelector(`nav a[href="#${article.id}"]`).parentElement,
      words: all("h2, h3, .summary, figcaption, .parameters code, .alt", article)
        .map((part) => part.textContent).join(" ").toLowerCase(),
    }));
    const filter = document.getElementById("filter");
    const found = document.querySelector(".found");
    const search = () => {
      const wanted = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
      let count = 0;
      for (const { article, item, words } of entries) {
        const fits = wanted.every((word) => words.includes(word));
        article.hidden = item.hidden = !fits;
        count += fits;
      }
      const { all: whole, none, one, some } = found.dataset;
      const sentence = wanted.length === 0 ? whole : count === 0 ? none : count === 1 ? one : some;
      found.textContent = sentence.replace("{}", count);
    };
    filter.addEventListener("input", search);
    search();
    // A link from elsewhere leads to its figure, whatever the field says.
    addEventListener("hashchange", () => {
      if (document.getElementById(location.hash.slice(1))?.hidden) {
        filter.value = "";
        search();
        document.getElementById(location.hash.slice(1)).scrollIntoView();
      }
    });

    const copied = async (code) => {
      try {
        await navigator.clipboard.writeText(code.textContent);
        return true;
      } catch {
        getSelection().selectAllChildren(code);
        return document.execCommand("copy");
      }
    };
    const status = document.querySelector(".copied");
    for (const button of all("button.copy")) {
      button.hidden = false;
      const word = button.firstElementChild;
      const before = word.textContent;
      button.addEventListener("click", async () => {
        if (!await copied(button.previousElementSibling)) return;
        word.textContent = status.textContent = button.dataset.done;
        setTimeout(() => {
          word.textContent = before;
          status.textContent = "";
        }, 2000);
      });
    }

    // The name of the figure that is being read stands out in the list.
    const seen = new IntersectionObserver((changes) => {
      for (const { isIntersecting, target } of changes) {
        const link = document.querySelector(`nav a[href="#${target.id}"]`);
        if (isIntersecting) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      }
    }, { rootMargin: "-20% 0px -79% 0px" });
    for (const { article } of entries) seen.observe(article);
  });
})();
