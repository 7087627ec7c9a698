# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""The main job on the demo server, as packaging/demo.sh shows it where there is no display.

Says what it sees. Pictures go to MINTMARK_SCREENSHOTS.
"""

import os
import sys

from driver import Window, clipboard


def say(text):
    print(text, flush=True)


def picture(window, name):
    path = os.path.join(os.environ['MINTMARK_SCREENSHOTS'], name)
    say(f'  picture: {window.screenshot(path)}')


def tour(window):
    window.wait_for_text('Demo')
    say('The window shows the demo profiles.')
    picture(window, '1-started.png')

    window.keys('ctrl+f')
    window.type('demo')
    window.keys('Return')
    window.keys('F5')
    claims = window.wait(window.claims, 'claims')
    window.wait_for_live()
    say('F5 fetched a token. The page says: Live.')
    for name, value in claims[:6]:
        say(f'  {name}: {value}')
    picture(window, '2-live.png')

    window.keys('ctrl+shift+c')
    token = window.wait(clipboard, 'a token on the clipboard')
    if token.count('.') != 2:
        raise AssertionError(f'not a token: {token[:20]}')
    say(f'Ctrl+Shift+C copied it: {token[:12]}… ({len(token)} characters), read back from the clipboard.')
    picture(window, '3-copied.png')
    window.quit()
    if clipboard() == token:
        raise AssertionError('the token is still on the clipboard')
    say('The window closed and took the token off the clipboard.')


def main():
    try:
        with Window('--demo') as window:
            tour(window)
    except AssertionError as error:
        say(f'Failed: {error}')
        return 1
    say('Done: every step worked.')
    return 0


if __name__ == '__main__':
    sys.exit(main())
