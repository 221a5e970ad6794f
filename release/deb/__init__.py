"""The Debian package: what is in it, how it is made, and the proof that it installs without a network."""
