/**
 * What esbuild finds wrong, as `site_builder/assets/bundle.py` reads it: lines from 1, columns from 0 and in characters.
 * @param {import("esbuild").Message[]} messages
 */
export const told = (messages) =>
  messages.map(({ text, location }) => ({
    text,
    file: location?.file ?? "",
    line: location?.line ?? 0,
    column: location ? Buffer.from(location.lineText).subarray(0, location.column).toString().length : 0,
    length: location?.length ?? 1,
  }));
