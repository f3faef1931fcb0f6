"""Tests in full size, left out by default: `pytest tests/slow`."""
