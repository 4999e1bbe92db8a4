"""Copies of the site on hosts: the files that set a host up, and a look at what it sends."""
