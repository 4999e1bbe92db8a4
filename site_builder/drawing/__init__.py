"""The pictures of the site, drawn by code: plain SVG, coloured only by the classes of `web/css/drawing.css`."""
