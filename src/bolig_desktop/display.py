"""Whether a window can be shown on this machine, and which system packages a bare Linux lacks for it."""

import ctypes
import os
import sys

# What Qt's xcb platform loads, and the Debian package that has it. Without one of them Qt ends the process.
_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


def has_display() -> bool:
    """Return whether there is a screen, or a platform chosen by hand (``QT_QPA_PLATFORM``)."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def missing_packages() -> list[str]:
    """Return the Debian packages a window needs and this Linux lacks; an empty list elsewhere."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = _LIBRARIES
    if os.environ.get("QT_QPA_PLATFORM", "xcb").split(":")[0] != "xcb":
        wanted = {name: package for name, package in _LIBRARIES.items() if "xcb" not in name and "x11" not in name}
    return sorted({package for name, package in wanted.items() if not _loads(name)})


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
