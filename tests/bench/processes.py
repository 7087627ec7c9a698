# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""Whole processes against their measures, alternating, medians. Started by run.sh."""

import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / 'tests' / 'e2e'))
from manyprofiles import add_many  # noqa: E402
from servers import OidcServer, add_profile  # noqa: E402
from quickserver import TokenServer  # noqa: E402

BUILD = Path(sys.argv[1]).resolve()
ROUNDS = max(15, int(sys.argv[2]))
WINDOW = BUILD / 'src/app/mintmark'
CLI = BUILD / 'src/cli/mintmark-cli'
TOKEN = ROOT / 'tests/bench/token.txt'
LOOKUP = ('secret-tool', 'lookup', 'bench', 'bench')


def until_end(*command):
    """Milliseconds until the process has ended."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000


def with_processor(measure, command):
    """What `measure` says, and the milliseconds processors worked for it: of use on a machine that is busy otherwise."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    taken = measure(*command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken, (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def one_after_the_other(*commands):
    """Milliseconds until the last of them has ended."""
    return sum(until_end(*command) for command in commands)


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


def compare(title, limit, measure, ours, theirs, measure_theirs=None):
    """Alternating, so that a slow moment of the machine meets both."""
    measure_theirs = measure_theirs or measure
    rounds = [with_processor(measure, ours) + with_processor(measure_theirs, theirs) for _ in range(ROUNDS + 1)]
    columns = zip(*rounds[1:])  # the first warms up
    mine, my_processor, other, other_processor = (statistics.median(column) for column in columns)
    ratio = f'ratio {mine / other:.2f}'
    verdict = 'within' if mine <= limit * other else 'OVER  '
    print(f'  {title:<66} {ratio:>11}  {verdict} {limit}   ({mine:.1f} ms, {other:.1f} ms; '
          f'processor {my_processor:.1f} ms, {other_processor:.1f} ms, ratio {my_processor / other_processor:.2f})', flush=True)


def kept():
    """A new token of a profile in the keyring, against curl with a secret from there."""
    for scheme in ('http', 'https'):
        with TokenServer(scheme) as server:
            subprocess.run([CLI, 'profile', 'add', f'bench/{scheme}', '--token-endpoint', server.address, '--client-id', 'bench',
                            '--body', 'form', '--ca-file', server.authority, '--secret-stdin'], input=b'bench-secret', check=True)
            compare(f'mintmark-cli token --fresh, {scheme}, against secret-tool and curl', 1.3, until_end,
                    (CLI, 'token', '--fresh', f'bench/{scheme}'), (LOOKUP, server.curl), one_after_the_other)


def main():
    print('Whole processes:', flush=True)
    os.environ['MINTMARK_CLI'] = str(CLI)
    with OidcServer() as server:
        add_profile(server, 'acme/payments@test')
        subprocess.run([CLI, 'token', 'acme/payments@test'], check=True, stdout=subprocess.DEVNULL)
        subprocess.run(['secret-tool', 'store', '--label=bench', 'bench', 'bench'], input=b'value', check=True)
        compare('mintmark-cli token, cached, against secret-tool lookup', 2, until_end,
                (CLI, 'token', 'acme/payments@test'), LOOKUP)
    kept()
    compare('mintmark-cli inspect, against an empty QCoreApplication', 1.5, until_end,
            (CLI, 'inspect', TOKEN), (BUILD / 'tests/bench/bench-emptycore',))
    add_many(1000)
    watch = WindowWatch()
    compare('start to first window, 1,000 profiles, against an empty Qt window', 2, watch,
            (WINDOW,), (BUILD / 'tests/bench/bench-emptywindow',))
    watch.close()


if __name__ == '__main__':
    main()
