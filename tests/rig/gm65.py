"""A scanner of the GM65 family at the other end of a guest's serial line: gm65.py SOCKET [FILE], where SOCKET is such as boot.sh's OUT/hand.

Obeys and answers commands as the module does (GM65 manual, "Serial communication interface"): 7E 00, type, length, zone, data, check. What it is to
see at the next trigger is told over the same line, in three zones that the module does not have and that are not answered:
  E0  the code, up to 255 bytes
  E1  how it is shown: 0 whole, 1 half of it before the answer to the trigger and half after it, 2 without its ending
  E2  how many times the code follows itself within one code, 1 to 255
With FILE it also looks by itself: a code is what that file holds whenever it is there, and is taken away once it is read.
"""
import os
import socket
import sys
import threading
import time

HEAD = b"\x7e\x00"
WRITE, HEARTBEAT = 0x08, 0x0A
TRIGGER, CODE, MANNER, TIMES = 0x02, 0xE0, 0xE1, 0xE2
DONE = bytes.fromhex("02000001003331")
ALIVE = bytes.fromhex("03000001003331")
ENDING = b"\r"


def crc(data):
    """CRC-16 as the module has it: polynomial 0x1021, first value 0."""
    value = 0
    for byte in data:
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1) ^ (0x1021 if value & 0x8000 else 0)
            value &= 0xFFFF
    return value


def frames(line):
    """Every command whose check fits, or says that it is not to be checked."""
    pending = b""
    while got := line.recv(4096):
        pending += got
        while (start := pending.find(HEAD)) >= 0 and len(pending) > start + 3:
            frame = pending[start : start + 8 + pending[start + 3]]
            if len(frame) < 8 + pending[start + 3]:
                break
            pending = pending[start + len(frame) :]
            if int.from_bytes(frame[-2:], "big") in (crc(frame[2:-2]), 0xABCD):
                yield frame[2], int.from_bytes(frame[4:6], "big"), frame[6:-2]


def connect(path):
    """The line is there when the machine is."""
    for _ in range(600):
        line = socket.socket(socket.AF_UNIX)
        try:
            line.connect(path)
            return line
        except OSError:
            line.close()
            time.sleep(0.1)
    sys.exit(f"nobody opened {path}")


def watch(line, path):
    """Reads what is held before it."""
    while True:
        time.sleep(0.1)
        if os.path.exists(path):
            with open(path, "rb") as file:
                code = file.read()
            os.remove(path)
            line.sendall(code + ENDING)


def main():
    line = connect(sys.argv[1])
    if len(sys.argv) > 2:
        threading.Thread(target=watch, args=(line, sys.argv[2]), daemon=True).start()
    code, manner, times = b"", 0, 1
    for kind, zone, data in frames(line):
        if kind == HEARTBEAT:
            line.sendall(ALIVE)
        elif kind == WRITE and zone == CODE:
            code = data
        elif kind == WRITE and zone == MANNER:
            manner = data[0]
        elif kind == WRITE and zone == TIMES:
            times = data[0]
        elif kind == WRITE and zone == TRIGGER:
            shown = code * times + (b"" if manner == 2 else ENDING)
            half = len(shown) // 2 if manner == 1 else 0
            line.sendall(shown[:half] + DONE + shown[half:])
        else:
            line.sendall(DONE)


main()
