"""What all HTTP doors share: pages, languages, identity, answers to problems."""
