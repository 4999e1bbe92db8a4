"""What builds lean on: the cache, Node.js, npm packages."""
