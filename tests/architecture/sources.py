# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""C++ sources as text without comments and strings, for rules that need no compiler."""

import re
from pathlib import Path

_TOKENS = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<delimiter>[^(\s]*)\(.*?\)(?P=delimiter)"'
    r'|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n]){1,10}\'', re.S)


def _blank(match):
    """Line breaks stay, so that line numbers stay."""
    text = match.group()
    lines = '\n' * text.count('\n')
    return lines if text.startswith('/') else '""' + lines


def code_of(text):
    """Without comments, with every string literal emptied."""
    # 1'000 is a number, not a character.
    return _TOKENS.sub(_blank, re.sub(r"(?<=[0-9a-fA-F])'(?=[0-9a-fA-F])", '', text))


def strings_of(text):
    """(line, literal) of every string literal."""
    for match in _TOKENS.finditer(text):
        if match.group().startswith(('"', 'R"')):
            yield text.count('\n', 0, match.start()) + 1, match.group()


def files(root, *folders, suffixes=('.cpp', '.h')):
    for folder in folders:
        for path in sorted((Path(root) / folder).rglob('*')):
            if path.suffix in suffixes and path.is_file() and 'node_modules' not in path.parts:
                yield path


def functions(code):
    """(first line, lines, body) of every function, counted as clang-tidy does: brace to brace."""
    scopes = []  # (kind, line of the brace, where its head began, where the brace is)
    head, line = 0, 1
    for at, character in enumerate(code):
        if character == '\n':
            line += 1
        elif character == '{':
            scopes.append((_kind(code[head:at], scopes), line, head, at))
            head = at + 1
        elif character == '}' and scopes:
            kind, first, began, opened = scopes.pop()
            if kind == 'function':
                yield first, line - first, code[opened:at]
            # After the braces of a member's initialiser the function's head goes on.
            head = began if kind == 'initialiser' else at + 1
        elif character == ';':
            head = at + 1


def _kind(head, scopes):
    if scopes and scopes[-1][0] != 'scope':
        return 'block'
    if re.search(r'\b(namespace|class|struct|union|enum|extern)\b[^()]*$', head):
        return 'scope'
    if re.search(r'\)\s*:(?!:).*[\w>]$', head, re.S):
        return 'initialiser'
    return 'function' if re.search(r'\)[^=]*$', head) else 'block'
