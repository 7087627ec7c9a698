# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""translations/mintmark_en.ts has both forms of every text of the sources that counts something."""

import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / 'translations/mintmark_en.ts'
LUPDATE = shutil.which('lupdate', path='/usr/lib/qt6/bin') or 'lupdate'


def counted(file):
    """Forms by context and source; '' where one is missing or nobody looked at it."""
    return {(context.findtext('name'), message.findtext('source')):
            ['' if message.find('translation').get('type') else form.text for form in message.iter('numerusform')]
            for context in ElementTree.parse(file).iter('context') for message in context.iter('message')}


class Plurals(unittest.TestCase):
    def test_nothing_is_missing_or_too_much(self):
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / TEXTS.name
            shutil.copy(TEXTS, fresh)
            subprocess.run([LUPDATE, '-silent', '-pluralonly', '-no-obsolete', '-locations', 'none', ROOT / 'src', '-ts', fresh],
                           check=True, stdout=subprocess.DEVNULL)
            self.assertEqual(counted(TEXTS), counted(fresh))
        self.assertGreater(len(counted(TEXTS)), 5)
        for text, forms in counted(TEXTS).items():
            self.assertEqual(len(list(filter(None, forms))), 2, text)


if __name__ == '__main__':
    unittest.main()
