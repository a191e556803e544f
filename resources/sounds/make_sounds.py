#!/usr/bin/env python3
"""Makes the two sounds of the alarm bell, so that nobody else's recording is needed.

    python3 make_sounds.py        writes bell.wav and urgent.wav beside this script

A struck bell is a few partials that are not in whole-number ratios and die away at different speeds;
the urgent one is two tones in turn, as an alarm clock has them. 16-bit mono at 22,050 Hz.
"""
import math
import struct
import wave
from pathlib import Path

RATE = 22050
HERE = Path(__file__).parent


def write(name, samples):
    peak = max(abs(s) for s in samples)
    with wave.open(str(HERE / name), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(b"".join(struct.pack("<h", round(s / peak * 0.8 * 32767)) for s in samples))


def bell(seconds=1.2, base=740.0):
    partials = [(0.56, 0.5, 1.6), (0.92, 0.6, 2.4), (1.19, 0.8, 3.0), (2.0, 0.6, 5.0), (2.74, 0.3, 7.0)]
    return [
        sum(a * math.exp(-d * t) * math.sin(2 * math.pi * base * r * t) for r, a, d in partials)
        * min(1.0, t * 400)  # no click at the start
        * min(1.0, (seconds - t) * 40)  # nor at the end
        for t in (i / RATE for i in range(int(seconds * RATE)))
    ]


def urgent(beats=4, beat=0.18, high=988.0, low=784.0):
    out = []
    for n in range(beats):
        tone = high if n % 2 == 0 else low
        for i in range(int(beat * RATE)):
            t = i / RATE
            edge = min(1.0, t * 100, (beat - t) * 100)
            out.append(edge * (math.sin(2 * math.pi * tone * t) + 0.3 * math.sin(4 * math.pi * tone * t)))
    return out


if __name__ == "__main__":
    write("bell.wav", bell())
    write("urgent.wav", urgent())
