// What both engines have in common: the worker starts one of them, and knows no more of it than this.

/**
 * Python, started, behind one function. `frozen` is the memory snapshot, `plain` is Pyodide; others rely on these two
 * names in html[data-engine] (CHANGELOG.md, "HTML hooks"), so messages and the names of built files keep to them too.
 * @typedef {"frozen" | "plain"} EngineName
 * @typedef {{name: EngineName, handle: (text: string) => string}} Engine
 */

export {};
