"""What happens: rounds of practice, tests and their verdicts; pure functions of state and time."""
