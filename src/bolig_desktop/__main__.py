"""Arguments in, exit code out."""

import sys


def main() -> int:
    """Run the program and return its exit code."""
    from bolig_desktop.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
