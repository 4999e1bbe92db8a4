"""The static site generator of Community OS: one module a stage, imports only downward.

Read the stages in `site_builder/build.py`. The verb in a function's name says where side effects are: `read_` and
`plan_` may read the disk, `parse_`, `check_`, `resolve_` and `render_` are pure, `write_` changes the disk.
"""
