"""The register as a whole, in processes of its own, in circumstances that no single part can answer for."""
