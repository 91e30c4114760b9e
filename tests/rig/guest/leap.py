"""Has the kernel insert a leap second at the next midnight of UTC, or no more: leap.py on|off (adjtimex(2))."""
import ctypes
import sys

ADJ_STATUS = 0x0010
STA_INS = 0x0010
STA_UNSYNC = 0x0040


class Timex(ctypes.Structure):
    """struct timex up to its status; the kernel's is 208 bytes on 64 bits."""

    _fields_ = [
        ("modes", ctypes.c_uint),
        ("offset", ctypes.c_long),
        ("freq", ctypes.c_long),
        ("maxerror", ctypes.c_long),
        ("esterror", ctypes.c_long),
        ("status", ctypes.c_int),
        ("rest", ctypes.c_byte * 160),
    ]


request = Timex(modes=ADJ_STATUS, status=STA_UNSYNC | (STA_INS if sys.argv[1] == "on" else 0))
sys.exit(ctypes.CDLL(None).adjtimex(ctypes.byref(request)) < 0)
