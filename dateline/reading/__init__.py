"""Turn source text into typed values, each with its problems; nothing deeper asks again."""
