"""The four principles of the government-wide vision on generative AI (January 2024), as criteria that a body answers.

A criterion is data, an answer is the body's own statement with its evidence,
and the outcome of a principle is computed, never typed.
"""
