// VS Code's preview: its Markdown reader, its plugin for mathematics, and KaTeX, with the settings it ships.
const MarkdownIt = require("markdown-it");
const katexPlugin = require("@vscode/markdown-it-katex").default;
const katex = require("katex");

let found = [];

// The preview shows an error in red in the formula's place; here the error is kept, and the place stays empty.
function renderToString(tex, options) {
  let error = "";
  try {
    katex.renderToString(tex, { ...options, throwOnError: true, strict: "ignore" });
  } catch (thrown) {
    error = thrown.message;
  }
  found.push({ tex, display: Boolean(options.displayMode), error });
  return "";
}

const options = { enableFencedBlocks: true, globalGroup: true, macros: {}, katex: { renderToString } };
const markdown = new MarkdownIt({ html: true, linkify: true, breaks: false, typographer: false });
markdown.linkify.set({ fuzzyLink: false });
markdown.use(katexPlugin, options);

function preview(text) {
  found = [];
  options.macros = {}; // what a document defines ends with it
  markdown.render(text);
  return found;
}

function error([tex, display]) {
  found = [];
  renderToString(tex, { displayMode: display, macros: {} });
  return found[0].error;
}

module.exports = { preview, error };
