// The passphrase, as a script of its own: the ledger loads it where one is wanted.

export * from "../ledger/locked-text.js";
