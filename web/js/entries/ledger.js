// The page of this week.

import "../site/exit.js"; // first: it has to work while nothing else does
import "../platform/next-task.js";
import "../site/page.js";
import "../ledger/week-page.js";
