"""What makes a release and proves it: wheel and sdist, offline bundles, their installer, and the checks."""
