// What every page without a script of its own loads.

import "../site/exit.js"; // first: it has to work while nothing else does
import "../site/page.js";
