// What every page without a script of its own loads.

import "../site/page.js";
