// The people of the ledger.

import { bind } from "../dom/bind.js";
import { announcer } from "../dom/live-region.js";
import { query } from "../dom/query.js";
import { today } from "../platform/today.js";
import { python } from "../python/start.js";
import { LedgerPage } from "./ledger-page.js";

/** @import { PeopleView } from "../../types/scoring" */

const root = query("#ledger");

await LedgerPage.open({
  announce: announcer(query("[role=status]")),
  ask: (text) => python.ask({ do: "people", text, today: today() }),
  show: (/** @type {PeopleView} */ view) => bind(root, view),
});
