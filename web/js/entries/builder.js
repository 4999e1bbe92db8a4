// The page of the Community Map Builder.

import "../builder/early-start.js"; // first: Python begins to start before the rest is set up
import "../platform/next-task.js";
import "../site/page.js";
import "../builder/page.js";
