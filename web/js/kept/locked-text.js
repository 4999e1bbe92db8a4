// A passphrase for what is kept, and for files, in the age format (age-encryption.org).
//
// What is kept is sealed to a key of its own, which lies beside it, sealed with the passphrase. So the slow sum of the
// passphrase is made once a visit and not at each save. A file is sealed with the passphrase itself: the ordinary age
// program opens it. This is a script of its own, which a page loads when a passphrase is wanted.

import { Decrypter, Encrypter, armor, generateX25519Identity, identityToRecipient } from "age-encryption";

/**
 * @typedef {{seal: (text: string) => Promise<Uint8Array>, open: (sealed: Uint8Array) => Promise<string | undefined>}} Lock
 *   `open` gives nothing where it is the wrong lock, or where the bytes were changed.
 */

/** Browsers give pages what this needs only over https, and on the device itself. */
export const isPossible = () => globalThis.isSecureContext && "subtle" in crypto;

/**
 * A new lock, and its key for later, sealed with the passphrase.
 * @param {string} passphrase
 * @returns {Promise<{lock: Lock, key: string}>}
 */
export async function newLock(passphrase) {
  const identity = await generateX25519Identity();
  return { lock: await lockOf(identity), key: armor.encode(await sealFile(identity, passphrase)) };
}

/**
 * @param {string} key
 * @param {string} passphrase
 * @returns {Promise<Lock | undefined>} Nothing where the passphrase is another one.
 */
export async function openLock(key, passphrase) {
  const identity = await orNothing(() => openFile(armor.decode(key), passphrase));
  return identity === undefined ? undefined : lockOf(identity);
}

/** @param {string} text @param {string} passphrase @returns {Promise<Uint8Array>} */
export function sealFile(text, passphrase) {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(text);
}

/** @param {Uint8Array} sealed @param {string} passphrase @returns {Promise<string | undefined>} As `Lock.open`. */
export function openFile(sealed, passphrase) {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return orNothing(() => decrypter.decrypt(sealed, "text"));
}

/** @param {string} identity @returns {Promise<Lock>} */
async function lockOf(identity) {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return {
    seal: (text) => encrypter.encrypt(text),
    open: (sealed) => orNothing(() => decrypter.decrypt(sealed, "text")),
  };
}

/**
 * @template Result
 * @param {() => Promise<Result>} open
 * @returns {Promise<Result | undefined>}
 */
async function orNothing(open) {
  try {
    return await open();
  } catch {
    return undefined;
  }
}
