const root = document.documentElement, post = document.getElementById("post");
const title = document.getElementById("title");
const list = document.getElementById("posts"), problems = document.getElementById("problems");
const findings = document.getElementById("findings");
const lost = document.getElementById("lost");
let name = JSON.parse(post.dataset.name), shown = -1;

const chosen = (group) => document.querySelector(`input[name=${group}]:checked`).value;

function keep(group, use) {
  const saved = localStorage.getItem(`generator-${group}`);
  for (const input of document.querySelectorAll(`input[name=${group}]`)) {
    if (input.value === saved) input.checked = true;
    input.addEventListener("change", () => { localStorage.setItem(`generator-${group}`, input.value); use(); });
  }
  use();
}

/* An SVG in a page asks the system for its colours, not the page; the server gives it those that are chosen. */
function coloured(html) {
  const theme = chosen("theme");
  const box = document.createElement("template");
  box.innerHTML = html;
  for (const element of theme === "auto" ? [] : box.content.querySelectorAll("img[src*='?v=']")) {
    element.setAttribute("src", `${element.getAttribute("src")}&theme=${theme}`);
  }
  return [...box.content.childNodes];
}

/* Blocks that are the same stay in the document: pictures go on moving, the page stays where it is. */
function put(html, mark) {
  const fresh = coloured(html), old = [...post.childNodes];
  const same = (a, b) => a.isEqualNode(b);
  const bare = (node) => { const copy = node.cloneNode(true); copy.classList?.remove("changed"); if (copy.classList?.length === 0) copy.removeAttribute("class"); return copy; };
  let head = 0, tail = 0;
  while (head < Math.min(old.length, fresh.length) && same(bare(old[head]), fresh[head])) head++;
  while (tail < Math.min(old.length, fresh.length) - head && same(bare(old.at(-1 - tail)), fresh.at(-1 - tail))) tail++;
  for (const node of old.slice(head, old.length - tail)) node.remove();
  const next = tail ? old[old.length - tail] : null;
  const added = fresh.slice(head, fresh.length - tail);
  for (const node of added) post.insertBefore(node, next);
  if (!mark) return;
  const elements = added.filter((node) => node.nodeType === 1);
  for (const element of elements) element.classList.add("changed");
  const first = elements[0]?.getBoundingClientRect();
  if (first && (first.bottom < 0 || first.top > innerHeight)) elements[0].scrollIntoView({block: "center"});
}

function tell(list, sentences) {
  list.replaceChildren(...sentences.map((sentence) => { const line = document.createElement("li"); line.textContent = sentence; return line; }));
  list.hidden = sentences.length === 0;
}

async function show(mark) {
  const asked = name;
  const state = await (await fetch(`/state?post=${encodeURIComponent(asked)}`)).json();
  if (asked !== name) return;
  shown = state.number;
  list.replaceChildren(...Object.entries(state.posts).map(([value, title]) => new Option(title, value, false, value === name)));
  tell(problems, state.problems);
  tell(findings, state.findings);
  if (state.body === null) {
    const other = state.latest in state.posts ? state.latest : Object.keys(state.posts)[0];
    if (other) { name = other; return show(false); }
    post.textContent = state.problems.length ? "" : WORDS.waiting;
    return;
  }
  document.title = title.textContent = state.posts[name];
  put(state.body, mark);
  root.dataset.state = state.number;
}

list.addEventListener("change", () => {
  name = list.value;
  history.pushState(null, "", `/posts/${encodeURIComponent(name)}`);
  scrollTo(0, 0);
  show(false);
});
addEventListener("popstate", () => { name = decodeURIComponent(location.pathname.replace("/posts/", "").replace(/^\/$/, "").replace(/\.md$/, "")) || name; show(false); });
keep("width", () => { root.dataset.width = chosen("width"); });
keep("theme", () => { root.dataset.theme = chosen("theme"); if (shown >= 0) show(false); });

const news = new EventSource("/news");
news.onopen = () => { lost.hidden = true; };
news.onerror = () => { lost.textContent = WORDS.lost; lost.hidden = false; };
news.onmessage = () => show(shown > 0);
