# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""What the tree may and may not contain. Each rule returns its violations, one text each.

python3 rules.py RULE [ROOT]
"""

import re
import sys
from pathlib import Path

from sources import code_of, files, functions, strings_of

HERE = Path(__file__).resolve().parent
SYSTEM_FILE = re.compile(r'(^|_)(unix|linux|xcb|windows|macos)\.(cpp|h|mm)$')
# Arrows, technical signs, boxes, dingbats, emoji: icons are SVG, arrows are painted.
PICTOGRAPH = re.compile('[\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]')
# In a test: the rows of a table, and not statements.
DATA_ROWS = re.compile(r'\b(newRow|addRow|addColumn)\b|\bstatic const\b[^;=]*[={]')
ESCAPED = re.compile(r'\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})')


def table(name):
    """{first column: [other columns]} of a text table; a name may have several lines."""
    rows = {}
    for line in (HERE / name).read_text().splitlines():
        if line and not line.startswith('#'):
            first, *others = line.split()
            rows.setdefault(first, []).extend(others)
    return rows


def find(path, root, pattern, text, message):
    for match in re.finditer(pattern, text, re.M):
        line = text.count('\n', 0, match.start()) + 1
        yield f'{path.relative_to(root)}:{line}: {message.format(*match.groups())}'


def layer_of(path, layers):
    """The longest folder of the table that holds `path` (relative to src/)."""
    fitting = [layer for layer in layers if path.startswith(layer + '/')]
    return max(fitting, key=len, default=None)


def layers(root):
    """Includes point down only, and every folder of src/ is in the table."""
    src, allowed = root / 'src', table('layers.txt')
    for path in files(root, 'src'):
        if path.name == 'precompiled.h':  # Qt's headers for a whole library
            continue
        layer = layer_of(str(path.relative_to(src)), allowed)
        if layer is None:
            yield f'{path.relative_to(root)}: its folder is not in layers.txt'
            continue
        for included in re.findall(r'^\s*#\s*include\s+"([^"]+)"', path.read_text(), re.M):
            target = next((f'{top}{included}' for top in ('', 'core/')
                           if (src / f'{top}{included}').is_file()), None)
            if '..' in included.split('/'):
                yield f'{path.relative_to(root)}: {included} climbs; name it from src/ or src/core/'
            fine = target is None or layer_of(target, [layer]) or included in allowed[layer] \
                or layer_of(target, allowed[layer])
            if not fine:
                yield f'{path.relative_to(root)}: {layer} may not include {included}'


def gui(root):
    """Core, demo and command line know no Gui and no Widgets."""
    pattern = r'^\s*#\s*include\s*<(Qt(?:Gui|Widgets|Svg|SvgWidgets)\b[^>]*|Q(?:Widget|Application|GuiApplication|Icon|Pixmap|Painter|Color|Font)[^>]*)>'
    for path in files(root, 'src/core', 'src/cli', 'src/demo'):
        yield from find(path, root, pattern, path.read_text(), '{0} belongs to the window')


def names(root):
    """Some names may be said in one place only, some nowhere."""
    src, allowed = root / 'src', table('names.txt')
    for path in files(root, 'src'):
        code, relative = code_of(path.read_text()), str(path.relative_to(src))
        for name, places in allowed.items():
            if not any(relative == place or place.endswith('/') and relative.startswith(place)
                       for place in places):
                yield from find(path, root, rf'\b{name}\b', code, f'{name} may not be named here')


def patterns(root):
    """No nested loops, singletons, sleeps, loose ends, pictographs; systems only in their files."""
    for path in files(root, 'src', 'tests', 'packaging', suffixes=('.cpp', '.h', '.py', '.sh', '.mjs')):
        if HERE.name not in path.parts:
            yield from find(path, root, r'\b(TODO|FIXME|XXX|HACK)\b', path.read_text(), '{0}')
    for path in files(root, 'src', 'tests'):
        text = path.read_text()
        code = code_of(text)
        if path.is_relative_to(root / 'tests'):
            yield from find(path, root, r'\b(?:QThread::m?sleep|qSleep|qWait|sleep_for|usleep)\s*\(', code, 'a sleep')
        if not text.startswith('// SPDX-FileCopyrightText: 2026 The Mintmark authors\n// SPDX-License-Identifier: MIT\n'):
            yield f'{path.relative_to(root)}:1: no SPDX header'
        if path.suffix == '.h' and '#pragma once' not in text:
            yield f'{path.relative_to(root)}:1: no #pragma once'
    for path in files(root, 'src'):
        text = path.read_text()
        code = code_of(text)
        if not SYSTEM_FILE.search(path.name):
            yield from find(path, root, r'^\s*#\s*(?:el)?if.*\b(Q_OS_\w+)', code, '{0} outside a file named after its system')
        if path.name != 'main.cpp':
            yield from find(path, root, r'(?:\.|->|::)exec\s*\(', code, 'exec() nests an event loop')
        yield from find(path, root, r'\b(ignoreSslErrors|QNetworkInformation)\b', code, '{0}: TLS is never waved through, nor a request held back')
        yield from find(path, root, r'\bstatic\b[^;{}()]*[&*]\s*instance\s*\(', code, 'a singleton')
        for line, literal in strings_of(text):
            spelled = ESCAPED.sub(lambda m: chr(int(m[1] or m[2], 16)), literal)
            if PICTOGRAPH.search(spelled):
                yield f'{path.relative_to(root)}:{line}: a pictograph in a string'


def limits(root):
    """400 lines a file, 300 the main window, 60 a function; tables and rows of test data are exempt."""
    for path in files(root, 'src', 'tests', 'packaging', suffixes=('.cpp', '.h', '.py', '.sh', '.mjs', '.txt')):
        if path.name.endswith('_table.cpp') or 'data' in path.relative_to(root).parts:
            continue
        text = path.read_text()
        most = 300 if path.name == 'mainwindow.cpp' else 400
        lines = len(text.splitlines())
        if lines > most:
            yield f'{path.relative_to(root)}: {lines} lines, more than {most}'
        if path.suffix in ('.cpp', '.h'):
            for first, length, body in functions(code_of(text)):
                if length > 60 and not (path.name.startswith('tst_') and DATA_ROWS.search(body)):
                    yield f'{path.relative_to(root)}:{first}: a function of {length} lines, more than 60'


def tests(root):
    """Every source of the core has its test, and every test is in its CMakeLists.txt."""
    through = table('testedthrough.txt')
    for path in files(root, 'src/core', suffixes=('.cpp',)):
        source = path.relative_to(root / 'src')
        name = SYSTEM_FILE.sub('.cpp', path.name)
        test = root / 'tests' / through.get(str(source), [source.parent / f'tst_{name}'])[0]
        if not path.name.endswith('_table.cpp') and not test.is_file():
            yield f'{path.relative_to(root)}: no {test.relative_to(root)}'
    for path in files(root, 'tests', suffixes=('.cpp',)):
        if path.name.startswith('tst_'):
            listed = (path.parent / 'CMakeLists.txt').read_text().split()
            if not any(word.strip('()') == path.stem for word in listed):
                yield f'{path.relative_to(root)}: not in its CMakeLists.txt'


RULES = {rule.__name__: rule for rule in (layers, gui, names, patterns, limits, tests)}


def main(arguments):
    if not arguments or arguments[0] not in RULES:
        print(__doc__, 'RULE is one of', *RULES, file=sys.stderr)
        return 2
    root = Path(arguments[1] if len(arguments) > 1 else HERE.parents[1]).resolve()
    violations = list(RULES[arguments[0]](root))
    for violation in violations:
        print(violation)
    return 1 if violations else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
