// The page of the Community Map Builder.

import "../site/exit.js"; // first: it has to work while nothing else does
import "../builder/early-start.js"; // then: Python begins to start before the rest is set up
import "../platform/next-task.js";
import "../site/page.js";
import "../builder/page.js";
