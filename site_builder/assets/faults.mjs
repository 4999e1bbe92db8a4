/**
 * What esbuild finds wrong, as `site_builder/assets/bundle.py` reads it: lines from 1, columns from 0 and in characters.
 * @param {import("esbuild").Message[]} messages
 */
export const told = (messages) =>
  messages.map(({ text, location, notes }) => {
    // At the end of a file nobody sees what is wrong; a note says where what has no end begins.
    const at = location?.lineText ? location : (notes[0]?.location ?? location);
    return {
      text,
      file: at?.file ?? "",
      line: at?.line ?? 0,
      column: at ? Buffer.from(at.lineText).subarray(0, at.column).toString().length : 0,
      length: at?.length ?? 1,
    };
  });
