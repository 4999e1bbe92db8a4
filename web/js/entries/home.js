// The landing page.

import "../site/page.js";
import "../ledger/open-week.js";
