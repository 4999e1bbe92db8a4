"""Style sheets, scripts and typefaces of the site."""
