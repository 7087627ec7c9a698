# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""Whole processes against their measures, alternating, medians. Started by run.sh."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / 'tests' / 'e2e'))
from manyprofiles import add_many  # noqa: E402
from servers import OidcServer, add_profile  # noqa: E402

BUILD = Path(sys.argv[1]).resolve()
ROUNDS = max(15, int(sys.argv[2]))
WINDOW = BUILD / 'src/app/mintmark'
CLI = BUILD / 'src/cli/mintmark-cli'
TOKEN = ROOT / 'tests/bench/token.txt'


def until_end(*command):
    """Milliseconds until the process has ended."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000


class WindowWatch:
    """Tells when the window manager lists a new window. xprop says so by itself: nothing is polled."""

    def __init__(self):
        self.spy = subprocess.Popen(['xprop', '-root', '-spy', '_NET_CLIENT_LIST'],  # pylint: disable=R1732
                                    stdout=subprocess.PIPE, text=True)
        self.spy.stdout.readline()

    def __call__(self, *command):
        began = time.perf_counter()
        with subprocess.Popen(command) as process:
            while '0x' not in self.spy.stdout.readline():
                pass
            taken = (time.perf_counter() - began) * 1000
            process.terminate()
        while '0x' in self.spy.stdout.readline():
            pass
        return taken

    def close(self):
        self.spy.terminate()
        self.spy.wait()


def compare(title, limit, measure, ours, theirs):
    """Alternating, so that a slow moment of the machine meets both."""
    pairs = [(measure(*ours), measure(*theirs)) for _ in range(ROUNDS + 1)][1:]  # the first warms up
    mine, other = (statistics.median(column) for column in zip(*pairs))
    ratio = f'ratio {mine / other:.2f}'
    verdict = 'within' if mine <= limit * other else 'OVER  '
    print(f'  {title:<64} {ratio:>18}  {verdict} {limit}   ({mine:.1f} ms, {other:.1f} ms)', flush=True)


def main():
    print('Whole processes:', flush=True)
    os.environ['MINTMARK_CLI'] = str(CLI)
    with OidcServer() as server:
        add_profile(server, 'acme/payments@test')
        subprocess.run([CLI, 'token', 'acme/payments@test'], check=True, stdout=subprocess.DEVNULL)
        subprocess.run(['secret-tool', 'store', '--label=bench', 'bench', 'bench'], input=b'value', check=True)
        compare('mintmark-cli token, cached, against secret-tool lookup', 2, until_end,
                (CLI, 'token', 'acme/payments@test'), ('secret-tool', 'lookup', 'bench', 'bench'))
    compare('mintmark-cli inspect, against an empty QCoreApplication', 1.5, until_end,
            (CLI, 'inspect', TOKEN), (BUILD / 'tests/bench/bench-emptycore',))
    add_many(1000)
    watch = WindowWatch()
    compare('start to first window, 1,000 profiles, against an empty Qt window', 2, watch,
            (WINDOW,), (BUILD / 'tests/bench/bench-emptywindow',))
    watch.close()


if __name__ == '__main__':
    main()
