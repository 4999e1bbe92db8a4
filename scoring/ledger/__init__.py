"""The Neighborhood Ledger: people, weeks, and what follows from them. Built on the rules beside this package.

From the bottom: `document` (what is kept), `merging`, `changing`; `people`, `weeks` (typed, with what follows),
`rings`; `people_view`, `week_card`, `week_view`, `history_view`; `backup`, `spreadsheet`, `names`; `requests`.
"""
