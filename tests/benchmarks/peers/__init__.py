"""Tests of the comparison with other generators."""
