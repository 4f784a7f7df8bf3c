// Answers requests, one JSON value a line: {"what": …, "of": [one entry a document or formula]}.
// MathJax and KaTeX warn of what shows all the same: parts without a version, letters of unknown width.
console.warn = console.log = () => {};

const readline = require("readline");
const mathjax = require("./mathjax.js");
const vscode = require("./vscode.js");
const tables = require("./tables.js");

const answers = {
  pages: (pages) => pages.map(mathjax.page),
  formulas: (groups) => groups.map(mathjax.formulas),
  previews: (documents) => documents.map(vscode.preview),
  meanings: (formulas) => formulas.map(mathjax.meaningOf),
  typesets: (formulas) => formulas.map((one) => [mathjax.formulas([one])[0].error, vscode.error(one)]),
  tables: tables.names,
};

mathjax.ready.then(() => {
  readline.createInterface({ input: process.stdin }).on("line", (line) => {
    const { what, of } = JSON.parse(line);
    process.stdout.write(JSON.stringify(answers[what](of)) + "\n");
  });
});
