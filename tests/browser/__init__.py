"""The register in a real browser, with a real identity provider: what people do, and what axe finds on the way."""
