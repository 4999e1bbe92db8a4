"""The pictures of the site, drawn by code: plain SVG, colored by the classes of `web/css/site/8-drawing.css`."""
