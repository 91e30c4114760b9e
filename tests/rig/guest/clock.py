"""Sets the kernel's clock, each time in one step that no other process can come between, and says where it is.

clock.py BASE REQUEST [ARGUMENT]; BASE is the true time at which the monotonic clock was 0.
  now        leave it
  at T       T seconds since 1970
  off S      S seconds ahead of the truth
  by S       S seconds ahead of where it is
  leap T     as at, and insert a leap second at the next midnight of UTC (adjtimex(2))
  calm       no leap second any more
Prints by how many seconds it is ahead of the truth then, what it shows, and the monotonic clock.
"""
import ctypes
import sys
import time

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


def leap(is_on):
    """Asks the kernel."""
    asked = Timex(modes=ADJ_STATUS, status=STA_UNSYNC | (STA_INS if is_on else 0))
    if ctypes.CDLL(None).adjtimex(ctypes.byref(asked)) < 0:
        sys.exit("the kernel refuses")


base, request, *argument = sys.argv[1:]
if request == "at":
    time.clock_settime(time.CLOCK_REALTIME, float(argument[0]))
elif request == "off":
    time.clock_settime(time.CLOCK_REALTIME, float(base) + time.monotonic() + float(argument[0]))
elif request == "by":
    time.clock_settime(time.CLOCK_REALTIME, time.time() + float(argument[0]))
elif request == "leap":
    time.clock_settime(time.CLOCK_REALTIME, float(argument[0]))
    leap(True)
elif request == "calm":
    leap(False)
wall, mono = time.time(), time.monotonic()
print(f"{wall - mono - float(base):.3f} {wall:.3f} {mono:.3f}")
