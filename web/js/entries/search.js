// The search page.

import "../site/page.js";
import "../search/page.js";
