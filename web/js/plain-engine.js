// Starts Python the plain way: Pyodide's public options, with our own small archive as its library.

/**
 * An engine is Python, started, behind one function.
 * @typedef {{edition: string, handle: (text: string) => string}} Engine
 */

/**
 * @param {string} runtime Address of the folder with the runtime's files, ending in a slash.
 * @returns {Promise<Engine>}
 */
export async function startPlain(runtime) {
  const { loadPyodide } = await import(`${runtime}pyodide.mjs`);
  const pyodide = await loadPyodide({ indexURL: runtime, stdLibURL: `${runtime}python.zip` });
  const door = pyodide.pyimport("door");
  return { edition: door.EDITION, handle: (text) => door.handle(text) };
}
