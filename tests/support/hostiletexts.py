# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""The texts of data/hostiletexts.json, and what must not be left of them on a screen."""

import json
from pathlib import Path

TEXTS = json.loads((Path(__file__).resolve().parents[1] / 'data/hostiletexts.json').read_text()) | {'long': 'x' * 10_000}

# Unicode 15: Cc, Cf, Cs, Co, Zl, Zp, Default_Ignorable_Code_Point, what is blank without being a space.
RANGES = ((0x00, 0x09), (0x0B, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160),
          (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0x2800, 0x2800),
          (0x3164, 0x3164), (0xD800, 0xF8FF), (0xFDD0, 0xFDEF), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0),
          (0xFFF0, 0xFFFB), (0xFFFE, 0xFFFF), (0x13430, 0x1343F), (0x1BCA0, 0x1BCA3), (0x1D159, 0x1D159),
          (0x1D173, 0x1D17A), (0x1FFFE, 0x1FFFF), (0xE0000, 0x10FFFF))


def forbidden(text):
    """The characters in it that are drawn as nothing, move what stands around them or give orders; line feeds may stay."""
    return {f'U+{ord(c):04X}' for c in text if any(first <= ord(c) <= last for first, last in RANGES)}


def chunks(size=12):
    """All texts, so many at a time."""
    texts = list(TEXTS.values())
    return [texts[i:i + size] for i in range(0, len(texts), size)]
