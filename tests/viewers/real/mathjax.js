// MathJax 3 as a page loads it: the component tex-chtml with Chirpy's settings, over a page without a browser.
const MathJax = require("mathjax-full/es5/node-main.js");

// In a page these come over the network when a formula asks for them; here they wait, loaded but not active.
const onDemand = [
  "action", "amscd", "bbox", "boldsymbol", "braket", "bussproofs", "cancel", "cases", "centernot", "color",
  "colortbl", "empheq", "enclose", "extpfeil", "gensymb", "html", "mathtools", "mhchem", "noerrors", "physics",
  "tagformat", "textcomp", "textmacros", "unicode", "upgreek", "verb",
];
const packages = ["base", "ams", "newcommand", "noundefined", "require", "autoload", "configmacros"];
const undefinedColor = "undefined";

let library;
let visitor;

const ready = MathJax.init({
  loader: { load: ["input/tex", "adaptors/liteDOM", ...onDemand.map((name) => `[tex]/${name}`)] },
  startup: { typeset: false },
}).then(({ _: inner }) => {
  library = {
    TeX: inner.input.tex_ts.TeX,
    document: (html, options) => inner.mathjax.mathjax.document(html, options),
  };
  visitor = new inner.core.MmlTree.SerializedMmlVisitor.SerializedMmlVisitor();
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

function reader() {
  return new library.TeX({
    packages,
    tags: "ams",
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
    return { error: `not loaded: ${error.message || error}` };
  }
  return { error: errorOf(item.root), root: item.root };
}

function page(html) {
  const document = library.document(html, { InputJax: readerOf(html) });
  document.findMath();
  const found = [];
  for (const item of document.math) {
    const { error } = compile(document, item);
    found.push({ tex: item.math, display: item.display, error });
  }
  return found;
}

function convert(tex, display, document) {
  return document.convert(tex, { display, end: 20 }); // 20 is MathJax's number of the step "compiled"
}

function formulas(group) {
  const document = library.document("", { InputJax: readerOf(group.map(([tex]) => tex).join(" ")) });
  return group.map(([tex, display]) => {
    notes.error = "";
    try {
      const root = convert(tex, display, document);
      return { tex, display, error: errorOf(root) };
    } catch (error) {
      return { tex, display, error: `not loaded: ${error.message || error}` };
    }
  });
}

function meaning([tex, display]) {
  const document = library.document("", { InputJax: readerOf(tex) });
  return visitor.visitTree(convert(tex, display, document));
}

module.exports = { ready, page, formulas, meaning };
