// What a typeset formula says, without what only its spelling leaves behind: braces around a letter, primes as one
// sign or many, `\cr` or `\\`. Two spellings of one formula have equal forms.
const ORD = 0;
const CLASSES = ["ORD", "OP", "BIN", "REL", "OPEN", "CLOSE", "PUNCT", "INNER"];
const PRIMES = { "\u2032": 1, "\u2033": 2, "\u2034": 3, "\u2057": 4 };
// Bars and brackets look the same whether they are named, typed, or told to open.
const DELIMITERS = new Set(["|", "\u2016", "(", ")", "[", "]", "{", "}", "/"]);
const APPLIED = "\u2061"; // the sign between a function's name and its argument, which nobody sees
const SILENT = /^(?:data-|xmlns|id$|fence$|symmetric$|lspace$|rspace$|movesupsub$|accent)/;

const text = (node) => node.childNodes.map((child) => child.getText?.() ?? "").join("");
const forms = (nodes) => merged(nodes.flatMap((node) => (node ? form(node) : [])));

function attributes(node, silent = SILENT) {
  const all = Object.entries(node.attributes.getAllAttributes());
  return all.filter(([name]) => !silent.test(name)).sort().map(([name, value]) => `${name}=${value}`);
}

// Each letter by itself: \mathrm groups letters into one node, \rm does not.
function letters(node) {
  const content = text(node);
  if (PRIMES[content]) return Array(PRIMES[content]).fill(["prime"]);
  if (content === "\u2026") return dots();
  const variant = node.attributes.getExplicit("mathvariant") ?? ([...content].length > 1 ? "normal" : "italic");
  if ([...content].length > 1 && node.texClass === CLASSES.indexOf("OP")) return [["operator", content]];
  return [...content].map((letter) => ["letter", letter, variant]);
}

const dots = () => Array.from({ length: 3 }, () => ["sign", ".", [], ""]);

function sign(node) {
  const content = text(node);
  if (PRIMES[content]) return Array(PRIMES[content]).fill(["prime"]);
  if (content === "\u2026") return dots();
  if (!content || content === APPLIED) return [];
  if (DELIMITERS.has(content)) return [["sign", content, attributes(node, /^(?:data-|fence$|symmetric$|stretchy$)/), ""]];
  return [["sign", content, attributes(node), CLASSES[node.getProperty("texClass")] ?? ""]];
}

function group(node) {
  const inside = forms(node.childNodes);
  const name = node.isKind("TeXAtom") ? node.texClass : (node.getProperty("texClass") ?? ORD);
  if (name === ORD || name === -1 || inside.length === 0) {
    // A sign in braces of its own stands without its usual blanks, as the comma in 1{,}000.
    const alone = node.isKind("TeXAtom") && inside.length === 1 && inside[0][0] === "sign" && !DELIMITERS.has(inside[0][1]);
    return alone ? [["braced", ...inside]] : inside;
  }
  if (name === CLASSES.indexOf("OP")) {
    if (inside.length === 1 && inside[0][0] === "operator") return inside;
    const upright = inside.every(([kind, , variant]) => kind === "letter" && variant === "normal");
    if (upright && inside.length > 1) return [["operator", inside.map(([, letter]) => letter).join("")]];
  }
  const already = inside.length === 1 && inside[0][0] === "sign" && node.coreMO().texClass === name;
  return already ? inside : [[CLASSES[name], ...inside]];
}

function table(node) {
  const rows = node.childNodes;
  const bare = rows.length === 1 && !rows[0].isKind("mlabeledtr") && rows[0].childNodes.length === 1;
  const shape = attributes(node, /^(?:data-|id$|displaystyle$|rowspacing$|columnspacing$)/);
  if (bare && !shape.length) return forms(rows[0].childNodes);
  return [["table", attributes(node), ...rows.map((row) => [row.kind, ...row.childNodes.map((cell) => forms([cell]))])]];
}

const scripts = (name, base, below, above) => (node) => {
  const part = (place) => {
    const inside = node.childNodes[place] ? forms([node.childNodes[place]]) : [];
    return inside.length === 1 && inside[0][0] === "braced" ? inside[0].slice(1) : inside;
  };
  return [[name, part(base), part(below), part(above)]];
};

const kinds = {
  mi: letters,
  mo: sign,
  mn: (node) => [["number", text(node), attributes(node)]],
  mtext: (node) => [["text", text(node).replaceAll("\u00a0", " "), attributes(node)]],
  mspace: (node) => [["space", ...attributes(node)]],
  inferredMrow: (node) => forms(node.childNodes),
  mtd: (node) => forms(node.childNodes),
  math: (node) => forms(node.childNodes),
  mrow: group,
  TeXAtom: group,
  mtable: table,
  msub: scripts("script", 0, 1, 3),
  msup: scripts("script", 0, 3, 1),
  msubsup: scripts("script", 0, 1, 2),
  munder: scripts("limits", 0, 1, 3),
  mover: scripts("limits", 0, 3, 1),
  munderover: scripts("limits", 0, 1, 2),
};

function style(node) {
  const inside = forms(node.childNodes);
  const onlySpace = inside.length === 1 && inside[0][0] === "space";
  return onlySpace || !attributes(node).length ? inside : [["mstyle", attributes(node), ...inside]];
}

function form(node) {
  if (node.isKind("mstyle")) return style(node);
  const known = kinds[node.kind];
  return known ? known(node) : [[node.kind, attributes(node), ...node.childNodes.map((child) => forms([child]))]];
}

// Words in two pieces read as in one.
function merged(parts) {
  const result = [];
  for (const part of parts) {
    const last = result.at(-1);
    const joins = last && part[0] === "text" && last[0] === "text" && String(last[2]) === String(part[2]);
    if (joins) result[result.length - 1] = ["text", last[1] + part[1], last[2]];
    else result.push(part);
  }
  return result;
}

module.exports = { meaning: (root) => JSON.stringify(forms([root])) };
