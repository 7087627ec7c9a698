# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""Each rule is shown a planted violation: a rule that cannot fail proves nothing."""

import tempfile
import unittest
from pathlib import Path

import rules

SPDX = '// SPDX-FileCopyrightText: 2026 The Mintmark authors\n// SPDX-License-Identifier: MIT\n'
LONG = 'int f()\n{\n' + '    g();\n' * 61 + '}\n'


class Rules(unittest.TestCase):
    def violations(self, rule, tree):
        """`tree` is {path: text}; the header is added to C++ texts that have none."""
        with tempfile.TemporaryDirectory() as folder:
            for name, text in tree.items():
                path = Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text if 'SPDX' in text or name.endswith('.txt') else SPDX + text)
            return list(rules.RULES[rule](Path(folder)))

    def passes(self, rule, tree):
        self.assertEqual(self.violations(rule, tree), [])

    def fails(self, rule, tree, expected):
        found = self.violations(rule, tree)
        self.assertEqual(len(found), 1, found)
        self.assertIn(expected, found[0])

    def test_layers(self):
        token = {'src/core/jose/token.h': '', 'src/core/oauth/tokenjob.h': '',
                 'src/core/oauth/clientconfiguration.h': '', 'src/app/mainwindow.h': ''}
        self.passes('layers', token | {'src/core/oauth/a.cpp': '#include "jose/token.h"\n#include <QUrl>\n'})
        self.passes('layers', token | {'src/app/a.cpp': '#include "app/mainwindow.h"\n#include "oauth/tokenjob.h"\n'})
        self.passes('layers', token | {'src/core/profiles/a.h': '#include "oauth/clientconfiguration.h"\n'})
        for path, include in (('src/core/base/a.cpp', 'jose/token.h'),
                              ('src/core/base/a.cpp', 'core/jose/token.h'),
                              ('src/core/jose/a.cpp', 'oauth/tokenjob.h'),
                              ('src/core/keychain/a.cpp', 'jose/token.h'),
                              ('src/core/profiles/a.cpp', 'oauth/tokenjob.h'),
                              ('src/core/session/a.cpp', 'app/mainwindow.h'),
                              ('src/demo/a.cpp', 'oauth/tokenjob.h'),
                              ('src/cli/a.cpp', 'app/mainwindow.h')):
            self.fails('layers', token | {path: f'#include "{include}"\n'}, f'may not include {include}')
        self.fails('layers', {'src/other/a.cpp': ''}, 'not in layers.txt')
        self.fails('layers', {'src/core/base/a.cpp': '#include "../jose/b.h"\n'}, 'climbs')

    def test_gui(self):
        self.passes('gui', {'src/app/a.cpp': '#include <QtWidgets/QWidget>\n'})
        for include in ('QtWidgets/QWidget', 'QWidget', 'QtGui/QClipboard', 'QGuiApplication'):
            self.fails('gui', {'src/core/base/a.cpp': f'#include <{include}>\n'}, include)
        self.fails('gui', {'src/cli/a.cpp': '#include <QtGui>\n'}, 'QtGui')

    def test_names(self):
        self.passes('names', {'src/core/oauth/httpexchange.cpp': 'QNetworkAccessManager m;\n',
                              'src/app/clipboard/a.cpp': 'QClipboard *c;\n',
                              'src/core/base/a.cpp': '// not QNetworkAccessManager\nauto x = "QClipboard";\n'})
        for name in ('QNetworkAccessManager', 'QKeychain', 'QClipboard', 'ignoreSslErrors', 'QEventLoop',
                     'processEvents', 'SIGNAL', 'SLOT', 'setHtml'):
            self.fails('names', {'src/core/base/a.cpp': f'{name}();\n'}, name)
        self.fails('names', {'src/core/oauth/httpexchange.h': 'class QNetworkAccessManager;\n'}, 'httpexchange.h:3')

    def test_patterns(self):
        self.passes('patterns', {'src/app/clipboard/clipboard_linux.cpp': '#ifdef Q_OS_LINUX\n#endif\n',
                                 'src/app/main.cpp': 'int r = app.exec();\n',
                                 'src/app/a.cpp': 'auto app = QCoreApplication::instance();\nauto s = "·…•";\n'})
        for text, expected in (('// TODO: later\n', 'TODO'), ('#ifdef Q_OS_WIN\n#endif\n', 'Q_OS_WIN'),
                               ('#if defined(Q_OS_MACOS)\n#endif\n', 'Q_OS_MACOS'),
                               ('dialog.exec();\n', 'exec()'), ('static Theme &instance();\n', 'singleton'),
                               ('reply->ignoreSslErrors();\n', 'ignoreSslErrors'),
                               ('auto s = u"a \u2192 b";\n', 'pictograph'), ('auto s = u"\\u2714";\n', 'pictograph')):
            self.fails('patterns', {'src/app/a.cpp': text}, expected)
        self.fails('patterns', {'tests/app/tst_a.cpp': 'QTest::qWait(50);\n'}, 'sleep')
        self.fails('patterns', {'src/app/a.h': 'int a;\n'}, 'pragma once')
        self.fails('patterns', {'src/app/a.cpp': '// SPDX-License-Identifier: MIT\n'}, 'SPDX header')

    def test_limits(self):
        self.passes('limits', {'src/app/a.cpp': '\n' * 398, 'src/app/b_table.cpp': '\n' * 900,
                               'src/app/mainwindow.cpp': '\n' * 298, 'tests/data/a.txt': '\n' * 900})
        self.fails('limits', {'src/app/a.cpp': '\n' * 399}, '401 lines')
        self.fails('limits', {'tests/e2e/a.py': SPDX + '\n' * 399}, '401 lines')
        self.fails('limits', {'src/app/mainwindow.cpp': '\n' * 299}, '301 lines')
        self.fails('limits', {'src/app/a.cpp': 'namespace a {\n' + LONG + '}\n'}, 'function of 62 lines')
        self.fails('limits', {'src/app/a.cpp': 'A::A(B b) : m_b{b}\n{\n' + 'g();\n' * 61 + '}\n'}, 'function')
        self.fails('limits', {'src/app/a.h': '#pragma once\nclass A final : public B\n{\n' + LONG + '};\n'}, 'function')
        self.passes('limits', {'src/app/a.cpp': LONG.replace('    g();\n', '', 2)})
        self.fails('limits', {'tests/app/tst_a.cpp': LONG}, 'function')
        self.passes('limits', {'tests/app/tst_a.cpp': LONG.replace('g();', 'QTest::newRow();')})
        self.passes('limits', {'src/app/a.cpp': 'const Row rows[] = {\n' + '    { f(1), 2 },\n' * 90 + '};\n'})

    def test_tests(self):
        good = {'src/core/base/a.cpp': '', 'tests/core/base/tst_a.cpp': '',
                'tests/core/base/CMakeLists.txt': 'mintmark_tests(test-base CLASSES tst_a)\n'}
        self.passes('tests', good)
        piece = {'src/core/jose/tokenparser.cpp': ''}
        self.fails('tests', piece, 'no tests/core/jose/tst_token.cpp')
        self.passes('tests', piece | {'tests/core/jose/tst_token.cpp': '',
                                      'tests/core/jose/CMakeLists.txt': 'tst_token'})
        self.fails('tests', good | {'src/core/base/b.cpp': ''}, 'no tests/core/base/tst_b.cpp')
        self.fails('tests', good | {'tests/core/base/tst_b.cpp': ''}, 'not in its CMakeLists.txt')


if __name__ == '__main__':
    unittest.main()
