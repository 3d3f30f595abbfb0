#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the sounds of toasts, beside this file. Run it after a change; the files are committed.

A struck wooden bar for each note: soft enough for an office, and with overtones that carry over
a folding machine. The levels differ in rhythm and direction, not only in pitch, so that they are
told apart in noise and by people who hear high tones badly.
"""
import math
import pathlib
import struct
import wave

RATE = 22050  # Hz
LOUDEST = 0.8  # of full scale

# A note is its start in seconds, its frequency in Hz and how long it rings in seconds.
SOUNDS = {
    "news": [(0.0, 659.3, 0.30)],  # one soft knock
    "your-turn": [(0.0, 523.3, 0.30), (0.15, 784.0, 0.50)],  # rises: go on
    "attention": [(0.0, 587.3, 0.22), (0.22, 587.3, 0.40)],  # knocks twice
    "alarm": [(0.0, 880.0, 0.20), (0.16, 659.3, 0.20), (0.32, 880.0, 0.20),
              (0.60, 880.0, 0.20), (0.76, 659.3, 0.20), (0.92, 880.0, 0.40)],  # calls, twice
}

# The overtones of a wooden bar: times the frequency, how loud, how much faster it dies.
OVERTONES = [(1.0, 1.0, 1.0), (3.93, 0.28, 2.5), (9.24, 0.06, 5.0)]


def strike(samples, start, frequency, rings):
    first = int(start * RATE)
    for i in range(int(rings * RATE)):
        at = i / RATE
        attack = min(1.0, at / 0.004)
        release = min(1.0, (rings - at) / 0.02)  # never ends with a click
        value = sum(loud * math.exp(-6.0 * dies * at / rings)
                    * math.sin(2 * math.pi * frequency * times * at)
                    for times, loud, dies in OVERTONES)
        samples[first + i] += value * attack * release


def make(notes):
    length = max(start + rings for start, _, rings in notes)
    samples = [0.0] * (int(length * RATE) + 1)
    for start, frequency, rings in notes:
        strike(samples, start, frequency, rings)
    peak = max(abs(value) for value in samples)
    return [int(value / peak * LOUDEST * 32767) for value in samples]


def main():
    folder = pathlib.Path(__file__).parent
    for name, notes in SOUNDS.items():
        samples = make(notes)
        with wave.open(str(folder / f"{name}.wav"), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(struct.pack(f"<{len(samples)}h", *samples))


if __name__ == "__main__":
    main()
