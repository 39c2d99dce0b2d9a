"""Pure rules of quizzes."""
