// What moves although the reader asked for less motion.
{
  const checks = (globalThis.checks ??= {});
  const AT_ONCE = 0.01;

  const longest = (...lists) => Math.max(...lists.flatMap((list) => list.split(",")).map(parseFloat));

  checks.motion = () => {
    const found = getComputedStyle(document.documentElement).scrollBehavior === "smooth" ? ["scrolls smoothly"] : [];
    for (const element of document.querySelectorAll("*")) {
      for (const part of [null, "::before", "::after"]) {
        const style = getComputedStyle(element, part);
        const name = `${element.localName}${part ?? ""} "${element.textContent.trim().slice(0, 30)}"`;
        if (longest(style.transitionDuration, style.transitionDelay) > AT_ONCE) found.push(`changes slowly: ${name}`);
        if (style.animationName !== "none" && longest(style.animationDuration) > AT_ONCE) found.push(`moves: ${name}`);
      }
    }
    return found;
  };
}
