"""What fails around the program: disks, caches, terminals, pipes. The answer stays right all the same."""
