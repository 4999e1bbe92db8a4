// What tests of the kept document call in a page: one document, noted as it changes.
globalThis.begin = async (script) => {
  const { KeptText } = await import(script);
  const kept = await KeptText.open("ledger");
  globalThis.kept = kept;
  globalThis.seen = [];
  kept.listen(() => globalThis.seen.push([kept.state, kept.text]));
  /** Adds a word, slowly if that is wanted: another tab may be quicker. */
  globalThis.add = (word, wait = 0) =>
    kept.change(async (text) => {
      if (wait) await new Promise((done) => setTimeout(done, wait));
      return `${text} ${word}`.trim();
    });
};
