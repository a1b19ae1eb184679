"""Run with ``python3 installer/start.py bench``: prints each figure beside a bare Qt window and how it grows."""

import compileall
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
PROGRAM = Path(__file__).parents[2] / "src" / "bolig_desktop"
TODAY = date(2026, 11, 22)
ROUNDS = 9


def main(scales: list[int]) -> None:
    from bolig_desktop.demo.municipality import make_demo

    compileall.compile_dir(PROGRAM, quiet=1)  # as pip does when it installs; this machine may not do it by itself
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
    seed = _child("key", str(file))["seed"]  # so is the weekly check of a file just made done with
    bares, keys, typings, starts, without = [], [], [], [], []
    for _ in range(ROUNDS):  # side by side, so that a noisy machine is noisy for all of them
        bares.append(_child("bare"))
        keys.append(_child("key", str(file)))
        typings.append(_child("typed", str(file)))
        starts.append(_child("start", str(file)))
        without.append(_child("typed", str(file), seed) | _child("start", str(file), seed))
    tour = _child("tour", str(file))
    due = _child("due", str(file))
    letters = _child("letters", str(file))
    year = _child("year", str(file))
    binder = _child("binder", str(file)) | _child("plain_binder")
    photo = _child("photo")
    sheet = _child("sheet")
    bare, first, entered = _middle(bares, "total"), _middle(typings, "first"), _middle(typings, "entered")
    key, checks, waited = _middle(keys, "key"), _middle(keys, "checks"), _middle(typings, "waited")
    neither = _middle(without, "first") + _middle(without, "entered")
    return {
        "bare Qt window, ms": bare,
        "first window, ms": first,
        "  from Enter after the passphrase to a usable list, all in, ms": entered,
        "  not counted: read while the passphrase is typed, ms": _middle(typings, "read"),
        "  not counted: the key and the integrity checks, on a thread of their own, ms": waited,
        "  first window and list without these, times a bare window (goal: 2)": (first + entered - waited) / bare,
        "  deriving the key with nothing else going on, ms": key,
        "  integrity checks with nothing else going on, ms": checks,
        "  first window and list less these two, times a bare window": (first + entered - key - checks) / bare,
        "  with neither done, so that what is made meanwhile counts, times a bare window": neither / bare,
        "with the passphrase given and nobody typing, all in, ms": _middle(starts, "total"),
        "  with neither done, times a bare window": _middle(without, "total") / bare,
        **{f"list of {topic}, ms (goal: 100)": took for topic, took in tour["lists"].items()},
        "search, a keystroke at the 95th percentile, ms (goal: 16)": tour["search"],
        "filter, a keystroke at the 95th percentile, ms (goal: 16)": tour["filter"],
        "a lease from the file to PDF, ms (goal: 60)": tour["paper"],
        "a hundred letters made, filed and saved, ms (goal: 5000)": letters["hundred"],
        "  times a hundred plain reportlab letters": letters["hundred"] / letters["plain"],
        "  who gets one and who not, of every lease, ms": letters["planned"],
        "a welcome binder in Norwegian and Tigrinya, the first in a process, ms (goal: 1500)": binder["first"],
        "  the next one, ms": binder["one"],
        "  the next one, times reportlab's plain paragraphs on the same text": binder["one"] / binder["plain"],
        "  all fourteen languages, ms (goal: 15000)": binder["fourteen"],
        "  pages of the longest": binder["pages"],
        "  kB of the largest (goal: 2000)": binder["kilobytes"],
        "  MB that memory grows over a hundred of them (goal: flat)": binder["grown"],
        "  whether a household needs a new one, ms each": binder["asked"],
        "a photo of twelve megapixels scaled, ms": photo["scaled"],
        "  times Pillow's own open, thumbnail and save of the same": photo["scaled"] / photo["plain"],
        "  kB of it": photo["kilobytes"],
        "a workbook of ten thousand people into an encrypted file, ms (goal: 10000)": sheet["encrypted"],
        "  times openpyxl reading the same sheet": sheet["encrypted"] / sheet["plain"],
        "  into a file in memory, times openpyxl": sheet["brought"] / sheet["plain"],
        "  the same once more, which adds nothing, times openpyxl": sheet["encrypted_again"] / sheet["plain"],
        "a list of ten thousand households with home and lease, ms": sheet["list"],
        "  records it becomes": sheet["list_records"],
        "  times openpyxl reading the same list": sheet["list"] / sheet["plain_list"],
        "  the same once more, times openpyxl": sheet["list_again"] / sheet["plain_list"],
        "everything due, ms (goal: 300)": due["all"],
        "  times reading the same rows with plain SQL": due["all"] / due["rows"],
        "  again after one change, ms (goal: 16)": due["again"],
        "  again, times reading the same rows with plain SQL": due["again"] / due["rows"],
        "  lines in all": due["lines"],
        "  lines within thirty days": due["month"],
        "the figures of a year, ms (goal: 1000)": year["counted"],
        "  the year, times reading the same rows with plain SQL": year["counted"] / year["rows"],
        "  report, workbook and tables of it, ms (goal: 4000)": year["files"],
        "memory after it all, MB (goal: 250)": tour["rss"],
        "  times a bare window's": tour["rss"] / _middle(bares, "rss"),
    }


def _middle(rounds: list[dict], name: str) -> float:
    return statistics.median(one[name] for one in rounds)


def _child(*arguments: str) -> dict:
    environment = os.environ | {"BENCH_BORN": str(time.time())}
    done = subprocess.run(
        [sys.executable, str(CHILD), *arguments], env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return json.loads(done.stdout)


def _print(measured: dict[int, dict[str, float]]) -> None:
    scales = list(measured)
    print(f"\n{'':82}" + "".join(f"{f'scale {scale}':>12}" for scale in scales))
    for name in measured[scales[0]]:
        print(f"{name:82}" + "".join(f"{measured[scale][name]:12.1f}" for scale in scales))


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1, 10, 100])
