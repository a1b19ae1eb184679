"""From a fresh machine to the program, the tests or the benchmarks, in one command.

    python3 installer/start.py demo     the window on the demo municipality (only its papers without a screen)
    python3 installer/start.py test     every check: style, types, import contract, tests

Makes a private environment in ``.venv`` beside this checkout the first time, and again when pyproject.toml changes.
Needs Python 3.11 or newer and nothing else.
"""

import compileall
import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / ".venv"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = HOME / "installed-for"

CHECKS = (
    ("ruff", "check", "src", "tests", "installer"),
    ("ruff", "format", "--check", "src", "tests", "installer"),
    ("mypy",),
    ("lint-imports", "--no-cache"),
)


def main(words: list[str]) -> int:
    """Run one job and return its exit code; 2 for a word it does not know."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python is tried with
        return _say(f"Bolig trenger Python 3.11 eller nyere; dette er {sys.version.split()[0]}.")
    job, *rest = words or ["demo"]
    if job not in ("demo", "test", "bench", "run"):
        return _say("Bruk: python3 installer/start.py demo|test|bench|run") + 1
    problem = _prepare()
    if problem:
        return _say(problem)
    compileall.compile_dir(ROOT / "src", quiet=1)  # or each start compiles anew, where Python is told to keep nothing
    if job == "demo":
        return _demo(rest)
    if job == "bench":
        return _run(PYTHON, "-m", "benchmarks", *rest, cwd=ROOT / "tests")
    if job == "run":
        return _run(PYTHON, "-m", "bolig_desktop", *rest)
    return _test(rest)


def _demo(rest: list[str]) -> int:
    """Make the demo municipality the first time; open the one that is there after that."""
    made = ROOT / "demo" / "demo.bolig"
    if not made.exists():
        return _run(PYTHON, "-m", "bolig_desktop", "demo", str(made.parent), *rest)
    print(f"Demokommunen ligger i {made} (passord: demo). Papirene ligger i {made.parent / 'papers'}.", flush=True)
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return 0
    os.environ["BOLIG_PASSPHRASE"] = "demo"
    return _run(PYTHON, "-m", "bolig_desktop", str(made), *rest)


def _test(rest: list[str]) -> int:
    for tool, *arguments in CHECKS:
        print(f"– {tool} {' '.join(arguments)}", flush=True)
        code = _run(BIN / tool, *arguments)
        if code:
            return code
    return _run(PYTHON, "-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup", *rest)


def _prepare() -> str:
    """Make the environment if it is missing or out of date; return a sentence when that cannot be done."""
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text("utf-8") == wanted:
        return ""
    print("Gjør klar programmet (første gang tar det noen minutter) …", flush=True)
    try:
        venv.create(HOME, with_pip=True, clear=HOME.exists())
    except (subprocess.CalledProcessError, OSError):
        return "Python mangler delen «venv». På Debian og Ubuntu: sudo apt install python3-venv – og prøv igjen."
    install = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    constraints = ROOT / "installer" / "constraints.txt"
    code = _run(*install, "--constraint", str(constraints), "--editable", f"{ROOT}[test]")
    if code:
        return "Delene programmet bygger på, lot seg ikke hente. Er maskinen på nett? Prøv igjen."
    STAMP.write_text(wanted, "utf-8")
    return ""


def _run(program: Path, *arguments: str, cwd: Path = ROOT) -> int:
    return subprocess.call([str(program), *map(str, arguments)], cwd=cwd)


def _say(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
