"""The work place: its pages, its forms, and whom it refuses."""
