// Texts sealed in the age format (age-encryption.org), in a worker of their own.
//
// What is kept is sealed to a key of its own, which lies beside it, sealed with the passphrase. So the slow sum of the
// passphrase is made once a visit and not at each save. A file is sealed with the passphrase itself: the ordinary age
// program opens it. A worker holds one key and one passphrase, until it is ended.

import { Decrypter, Encrypter, armor, generateX25519Identity, identityToRecipient } from "age-encryption";

const held = { identity: "", recipient: "", passphrase: "" };

/** Hold a new key. @param {string} passphrase @returns {Promise<string>} The key, sealed with the passphrase. */
export async function make(passphrase) {
  await hold(await generateX25519Identity(), passphrase);
  return armor.encode(await sealFile(held.identity));
}

/** Hold a key of before. @param {string} key @param {string} passphrase @returns {Promise<boolean>} False: it is another passphrase. */
export async function take(key, passphrase) {
  const identity = await orNothing(() => openFile(armor.decode(key), passphrase));
  if (identity !== undefined) await hold(identity, passphrase);
  return identity !== undefined;
}

/** @param {string} identity @param {string} passphrase */
async function hold(identity, passphrase) {
  Object.assign(held, { identity, passphrase, recipient: await identityToRecipient(identity) });
}

/** Seal a text to the key. @param {string} text @returns {Promise<Uint8Array>} */
export function seal(text) {
  const encrypter = new Encrypter();
  encrypter.addRecipient(held.recipient);
  return encrypter.encrypt(text);
}

/** Open what was sealed to the key. @param {Uint8Array} sealed @returns {Promise<string | undefined>} Nothing: it was not, or was changed. */
export function open(sealed) {
  const decrypter = new Decrypter();
  decrypter.addIdentity(held.identity);
  return orNothing(() => decrypter.decrypt(sealed, "text"));
}

/** @param {string} text @param {string} [passphrase] Without one, the one that is held. @returns {Promise<Uint8Array>} */
export function sealFile(text, passphrase = held.passphrase) {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(text);
}

/** @param {Uint8Array} sealed @param {string} passphrase @returns {Promise<string | undefined>} As `open`. */
export function openFile(sealed, passphrase) {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return orNothing(() => decrypter.decrypt(sealed, "text"));
}

/**
 * @template Result
 * @param {() => Promise<Result>} find
 * @returns {Promise<Result | undefined>}
 */
async function orNothing(find) {
  try {
    return await find();
  } catch {
    return undefined;
  }
}
