// The page of the people.

import "../site/exit.js"; // first: it has to work while nothing else does
import "../platform/next-task.js";
import "../site/page.js";
import "../ledger/people-page.js";
