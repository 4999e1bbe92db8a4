// The scripts that this site starts beside its pages. Where the browser has Trusted Types, the policy of the pages
// lets a worker start from no other address, and no text become HTML or code.
// See docs/decisions/0029-one-policy-with-trusted-types.md.

/** @typedef {"python" | "sealing" | "offline"} Script */
/** @typedef {{createScriptURL: (name: string) => any}} Policy */
/** @typedef {{createPolicy: (name: string, rules: Policy) => Policy}} TrustedTypes */

const NAME = "community-os"; // the one that site_builder/core/policy.py allows, once a page

/** @type {Map<string, string>} */
const ADDRESSES = new Map([
  ["python", new URL("./scoring-worker.js", import.meta.url).href],
  ["sealing", new URL("./sealing-worker.js", import.meta.url).href],
  ["offline", new URL("../../../sw.js", import.meta.url).href], // built scripts are in assets/<hash>/js/
]);

/** @param {string} name */
function addressOf(name) {
  const address = ADDRESSES.get(name);
  if (!address) throw new TypeError(`${name} is no script of this site`);
  return address;
}

const { trustedTypes } = /** @type {{trustedTypes?: TrustedTypes}} */ (globalThis);
const policy = trustedTypes?.createPolicy(NAME, { createScriptURL: addressOf });

/**
 * The address of a script of this site, in the form that the browser wants.
 * @param {Script} name
 * @returns {string}
 */
export const scriptAddress = (name) => (policy ? policy.createScriptURL(name) : addressOf(name));
