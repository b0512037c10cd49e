"""All that is seen; the only folder that knows Qt."""
