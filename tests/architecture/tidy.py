# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""clang-tidy's readability-function-size over src/: the judge behind the quick scan in rules.py.

python3 tidy.py BUILD_FOLDER

A file that passed is not looked at again until it changes: its hash is remembered in the build folder.
With MINTMARK_TIDY_SECONDS set it stops there and says how many files are left for the next time.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMAND = ['clang-tidy-14', '--quiet', '--checks=-*,readability-function-size',
           '--warnings-as-errors=readability-function-size']


def sources(build):
    commands = json.loads((build / 'compile_commands.json').read_text())
    wanted = {Path(command['file']) for command in commands}
    return sorted(path for path in wanted if path.is_relative_to(ROOT / 'src'))


def without_precompiled(build):
    """A folder with the compile commands as clang can follow them: without GCC's precompiled headers, and
    without its own warnings, which are not what is asked here."""
    commands = json.loads((build / 'compile_commands.json').read_text())
    for command in commands:
        command['command'] = re.sub(r' -include \S+cmake_pch\.hxx| -Winvalid-pch| -W\S+', '', command['command'])
    folder = build / 'tidy'
    folder.mkdir(exist_ok=True)
    (folder / 'compile_commands.json').write_text(json.dumps(commands))
    return folder


def stamp_of(path):
    config = (ROOT / '.clang-tidy').read_bytes()
    return hashlib.sha256(config + str(path).encode() + path.read_bytes()).hexdigest()


def check(database, path):
    """None when fine, else what clang-tidy says."""
    done = subprocess.run([*COMMAND, '-p', str(database), str(path)], capture_output=True, text=True, check=False)
    faults = [line for line in done.stdout.splitlines() if 'readability-function-size' in line]
    return '\n'.join(faults) or (done.stdout + done.stderr if done.returncode else None)


def main(build):
    remembered = build / 'tidy-passed.txt'
    passed = set(remembered.read_text().split()) if remembered.exists() else set()
    waiting = [path for path in sources(build) if stamp_of(path) not in passed]
    ends = time.monotonic() + float(os.environ.get('MINTMARK_TIDY_SECONDS', 'inf'))
    faults, left = [], []
    database = without_precompiled(build)

    def work(path):
        if time.monotonic() > ends:
            left.append(path)
        elif said := check(database, path):
            faults.append(said)
        else:
            passed.add(stamp_of(path))

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(work, waiting))
    remembered.write_text('\n'.join(sorted(passed)))
    print(f'{len(waiting) - len(left)} files checked, {len(left)} left for the next time')
    print(*faults, sep='\n')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main(Path(sys.argv[1]).resolve()))
