// What a sticky bar covers can be scrolled from under it: a target that is too small only there is looked at once more
// in the middle of the window.
{
  const checks = (globalThis.checks ??= {});

  const isSmall = async (element, rule) => {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { violations } = await globalThis.axe.run(element, { runOnly: { type: "rule", values: [rule] }, preload: false });
    return violations.length > 0;
  };

  /** The nodes of a result of axe that are at fault in the open, too. */
  checks.inTheOpen = async ({ id, nodes }) => {
    const before = [scrollX, scrollY];
    const left = [];
    for (const node of nodes) {
      if (await isSmall(document.querySelector(node.ancestry.flat().join(" ")), id)) left.push(node);
    }
    scrollTo({ left: before[0], top: before[1], behavior: "instant" });
    return left;
  };
}
