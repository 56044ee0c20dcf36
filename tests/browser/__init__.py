"""Tests that open the course as a student does: `course lab`, JupyterLab, a browser."""
