"""What systemd is to a service that it watches: hears sd_notify(3), and writes down how often it heard that the service is alive, and the longest
silence in seconds between two such words of one start of it. manager.py SOCKET FILE. Goes by the monotonic clock, as systemd does.
"""
import os
import socket
import sys
import time

listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
listener.bind(sys.argv[1])
last = 0.0
longest = 0.0
beats = 0
while True:
    said = listener.recv(65536).decode()
    now = time.monotonic()
    if said == "READY=1":
        last = now
    if said != "WATCHDOG=1" or not last:
        continue
    beats += 1
    longest = max(longest, now - last)
    last = now
    with open(sys.argv[2] + ".new", "w", encoding="ascii") as file:
        file.write(f"{beats} {longest:.1f}\n")
    os.replace(sys.argv[2] + ".new", sys.argv[2])
