// Names for what lies in the browser. Other copies of this site may be on the same host, and share its storage: so each
// name ends with the path of this one.

const { root = "." } = document.documentElement.dataset;
const PATH = new URL(root, document.baseURI).pathname;

/** @param {string} name */
export const ownName = (name) => `${name} ${PATH}`;
