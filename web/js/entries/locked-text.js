// The passphrase, as a script of its own: the ledger loads it where one is wanted.

export * from "../kept/locked-text.js";
