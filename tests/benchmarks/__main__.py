"""Run with ``python3 installer/start.py bench``: prints each figure beside a bare Qt window and how it grows."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

CHILD = Path(__file__).with_name("child.py")
TODAY = date(2026, 11, 22)
ROUNDS = 7


def main(scales: list[int]) -> None:
    from bolig_desktop.demo.municipality import make_demo

    with tempfile.TemporaryDirectory() as folder:
        os.environ["BOLIG_HOME"] = folder
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        measured = {}
        for scale in scales:
            began = time.perf_counter()
            made = make_demo(Path(folder) / str(scale), TODAY, scale)
            print(f"demo at scale {scale}: made in {time.perf_counter() - began:.0f} s", flush=True)
            measured[scale] = _measure(made.file)
        _print(measured)


def _measure(file: Path) -> dict[str, float]:
    _child("key", str(file))  # the weekly check of a file just made is done with
    bares, starts, keys, typings = [], [], [], []
    for _ in range(ROUNDS):  # side by side, so that a noisy machine is noisy for all of them
        bares.append(_child("bare"))
        starts.append(_child("start", str(file)))
        keys.append(_child("key", str(file)))
        typings.append(_child("typed", str(file)))
    tour = _child("tour", str(file))
    due = _child("due", str(file))
    rounds = list(zip(bares, starts, keys, typings, strict=True))
    bare = statistics.median(b["total"] for b in bares)
    not_counted = [key["key"] + key["checks"] for key in keys]
    return {
        "bare Qt window, ms": bare,
        "start to a usable list, all in, ms": statistics.median(s["total"] for s in starts),
        "  not counted: deriving the key meanwhile, ms": statistics.median(s["key"] for s in starts),
        "  not counted: integrity checks meanwhile, ms": statistics.median(s["checks"] for s in starts),
        "  start without these, times a bare window (goal: at most 2)": statistics.median(
            (s["total"] - s["key"] - s["checks"]) / b["total"] for b, s, _, _ in rounds
        ),
        "  deriving the key with nothing else going on, ms": statistics.median(key["key"] for key in keys),
        "  integrity checks with nothing else going on, ms": statistics.median(key["checks"] for key in keys),
        "  start without the two last, times a bare window": statistics.median(
            (s["total"] - without) / b["total"] for (b, s, _, _), without in zip(rounds, not_counted, strict=True)
        ),
        "as typed: first window, ms": statistics.median(t["first"] for t in typings),
        "  from Enter to a usable list, less key and checks, ms": statistics.median(
            t["entered"] - without for t, without in zip(typings, not_counted, strict=True)
        ),
        "  both, times a bare window": statistics.median(
            (t["first"] + t["entered"] - without) / b["total"]
            for (b, _, _, t), without in zip(rounds, not_counted, strict=True)
        ),
        "  not counted: read while the passphrase is typed, ms": statistics.median(t["read"] for t in typings),
        **{f"list of {topic}, ms (goal: 100)": took for topic, took in tour["lists"].items()},
        "search, a keystroke at the 95th percentile, ms (goal: 16)": tour["search"],
        "filter, a keystroke at the 95th percentile, ms (goal: 16)": tour["filter"],
        "a lease from the file to PDF, ms (goal: 60)": tour["paper"],
        "everything due, ms (goal: 300)": due["all"],
        "  times reading the same rows with plain SQL": due["all"] / due["rows"],
        "  again after one change, ms (goal: 16)": due["again"],
        "  again, times reading the same rows with plain SQL": due["again"] / due["rows"],
        "  lines in all": due["lines"],
        "  lines within thirty days": due["month"],
        "memory after it all, MB (goal: 250)": tour["rss"],
        "  times a bare window's": tour["rss"] / statistics.median(b["rss"] for b in bares),
    }


def _child(*arguments: str) -> dict:
    environment = os.environ | {"BENCH_BORN": str(time.time())}
    done = subprocess.run(
        [sys.executable, str(CHILD), *arguments], env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return json.loads(done.stdout)


def _print(measured: dict[int, dict[str, float]]) -> None:
    scales = list(measured)
    print(f"\n{'':62}" + "".join(f"{f'scale {scale}':>12}" for scale in scales))
    for name in measured[scales[0]]:
        print(f"{name:62}" + "".join(f"{measured[scale][name]:12.1f}" for scale in scales))


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1, 10, 100])
