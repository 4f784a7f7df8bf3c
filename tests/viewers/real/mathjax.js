// MathJax 3 as a page loads it: the component tex-chtml with Chirpy's settings, over a page without a browser.
const MathJax = require("mathjax-full/es5/node-main.js");
const { meaning } = require("./meaning.js");

// In a page these come over the network when a formula asks for them; here they wait, loaded but not active.
const onDemand = [
  "action", "amscd", "bbox", "boldsymbol", "braket", "bussproofs", "cancel", "cases", "centernot", "color",
  "colortbl", "empheq", "enclose", "extpfeil", "gensymb", "html", "mathtools", "mhchem", "noerrors", "physics",
  "tagformat", "textcomp", "textmacros", "unicode", "upgreek", "verb",
];
const packages = ["base", "ams", "newcommand", "noundefined", "require", "autoload", "configmacros"];
const NOT_LOADED = "asks for a package that does not exist"; // MathJax would fetch it, and fail
const undefinedColor = "undefined";

let library;

const ready = MathJax.init({
  loader: { load: ["input/tex", "adaptors/liteDOM", ...onDemand.map((name) => `[tex]/${name}`)] },
  startup: { typeset: false },
}).then(({ _: inner }) => {
  library = {
    TeX: inner.input.tex_ts.TeX,
    maps: inner.input.tex.MapHandler.MapHandler,
    configurations: inner.input.tex.Configuration.ConfigurationHandler,
    document: (html, options) => inner.mathjax.mathjax.document(html, options),
  };
});

const DEFINES = /\\(?:(?:re)?new|let|[gxe]?def|require|Declare|Newextarrow|definecolor|set)/;
const notes = { error: "" };
let shared;

// What a page defines, numbers or loads ends with it. A reader that nobody changes may serve the next page, too.
function readerOf(text) {
  if (DEFINES.test(text)) return reader();
  shared = shared || reader();
  shared.reset();
  return shared;
}

function reader(tags = "ams") {
  return new library.TeX({
    packages,
    tags,
    inlineMath: [["$", "$"], ["\\(", "\\)"]],
    displayMath: [["$$", "$$"], ["\\[", "\\]"]],
    noundefined: { color: undefinedColor },
    formatError: (jax, error) => {
      notes.error = error.message;
      return jax.formatError(error);
    },
  });
}

function undefinedIn(root) {
  let found = "";
  root.walkTree((node) => {
    if (node.isKind("mtext") && node.attributes.getExplicit("mathcolor") === undefinedColor) {
      found = found || `undefined ${node.childNodes.map((child) => child.getText()).join("")}`;
    }
  });
  return found;
}

const errorOf = (root) => notes.error || undefinedIn(root);

function compile(document, item) {
  notes.error = "";
  try {
    item.compile(document);
  } catch (error) {
    return NOT_LOADED;
  }
  return errorOf(item.root);
}

function page(html) {
  const document = library.document(html, { InputJax: readerOf(html) });
  document.findMath();
  const found = [];
  for (const item of document.math) {
    if (item.display === null) continue; // a dollar or a backslash that stays one
    found.push({ tex: item.math, display: item.display, error: compile(document, item) });
  }
  return found;
}

function convert([tex, display], document) {
  notes.error = "";
  try {
    const root = document.convert(tex, { display, end: 20 }); // MathJax's number of the step "compiled"
    return { root, error: errorOf(root) };
  } catch (error) {
    return { error: NOT_LOADED };
  }
}

function formulas(group) {
  const document = library.document("", { InputJax: readerOf(group.map(([tex]) => tex).join(" ")) });
  return group.map(([tex, display]) => ({ tex, display, error: convert([tex, display], document).error }));
}

// A formula on a page of its own. Numbers that MathJax gives to equations are no part of what a formula says.
const alone = (formula) => convert(formula, library.document("", { InputJax: reader("none") }));

function meaningOf(formula) {
  const { root, error } = alone(formula);
  return error ? { error } : { meaning: meaning(root) };
}

// The names in the tables of all packages, those that wait to be asked for included.
function tables(...handlers) {
  const names = [...packages, ...onDemand].flatMap((name) => {
    const handler = library.configurations.get(name)?.handler ?? {};
    return handlers.flatMap((kind) => handler[kind] ?? []);
  });
  return names.flatMap((name) => [...(library.maps.getMap(name)?.map?.keys() ?? [])]).map((name) => name.replace(/^\\/, ""));
}

module.exports = { ready, page, formulas, meaningOf, alone, tables };
