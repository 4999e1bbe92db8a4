// With forced colors Chromium reports a text's fill as the author's color, although it paints the system's; its `color` is
// right. axe asks for the fill, which no style of this site sets, so it gets the color.
{
  const ask = CSSStyleDeclaration.prototype.getPropertyValue;
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    return ask.call(this, name === "-webkit-text-fill-color" ? "color" : name);
  };
}
