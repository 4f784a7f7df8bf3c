// Every control word and environment that one of the two typesetters may know, from their own tables.
const fs = require("fs");
const mathjax = require("./mathjax.js");
const vscode = require("./vscode.js");

const katexSource = () => fs.readFileSync(require.resolve("katex/dist/katex.js"), "utf8");
const matches = (source, pattern) => [...source.matchAll(pattern)].map(([, name]) => name);
const sorted = (names) => [...new Set(names)].filter((name) => /^[A-Za-z]+\*?$/.test(name)).sort();

// KaTeX has its words as strings in its source, and does not hand its tables out.
const words = () => sorted([...mathjax.tables("macro", "delimiter"), ...matches(katexSource(), /"\\\\([A-Za-z]+)"/g)]);
const environments = () => sorted([...mathjax.tables("environment"), ...matches(katexSource(), /"([A-Za-z]+\*?)"/g)]);

// An error may have to do with what a name is given. Only a complaint of this very name means that it is unknown.
function complains(error, complaint) {
  const place = error.indexOf(complaint);
  return place >= 0 && !/[A-Za-z*]/.test(error[place + complaint.length] ?? "");
}

const says = {
  mathjax: (tex, complaint) => complains(mathjax.alone([tex, true]).error, complaint),
  katex: (tex, complaint) => complains(vscode.error([tex, true]), complaint),
};

// Some words mean something in a table's rows alone, some of KaTeX's in text alone.
const inRows = (name) => `\\begin{matrix}a\\${name} b\\end{matrix}`;
const somewhere = (places, unknown) => places.some((tex) => !unknown(tex));

const word = {
  mathjax: (name) => somewhere([`\\${name}`, inRows(name)], (tex) => says.mathjax(tex, `undefined \\${name}`)),
  katex: (name) => somewhere(
    [`\\${name}`, inRows(name), `\\text{\\${name}}`],
    (tex) => says.katex(tex, `Undefined control sequence: \\${name}`),
  ),
};
const environment = {
  mathjax: (name) => !says.mathjax(`\\begin{${name}}x\\end{${name}}`, `Unknown environment '${name}`),
  katex: (name) => !says.katex(`\\begin{${name}}x\\end{${name}}`, `No such environment: ${name}`),
};

const both = (names, { mathjax: one, katex: other }) => ({ mathjax: names.filter(one), katex: names.filter(other) });

const names = () => ({ macros: both(words(), word), environments: both(environments(), environment) });

module.exports = { names };
