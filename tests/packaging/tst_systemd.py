#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The unit in packaging/systemd: systemd knows every line of it, and finds little that it could still do."""
import os
import shutil
import subprocess
import sys
import tempfile

UNIT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../packaging/systemd/anteroomd.service"))


def main():
    tool = shutil.which("systemd-analyze")
    if not tool:
        print("systemd-analyze is not installed")
        return 77
    with open(UNIT) as file:
        text = file.read()
    with tempfile.TemporaryDirectory() as folder:
        # The program is not installed where the tests run; a system has a `true`.
        unit = os.path.join(folder, "anteroomd.service")
        with open(unit, "w") as file:
            file.write(text.replace("/usr/bin/anteroomd", shutil.which("true")))
        verified = subprocess.run([tool, "verify", "--man=no", unit], capture_output=True, text=True)
        complaints = [line for line in verified.stderr.splitlines() if "anteroomd.service" in line]
        if complaints:
            print("\n".join(complaints))
            return 1
        # 0 (nothing exposed) to 100; a unit without any hardening is at 96.
        rated = subprocess.run([tool, "security", "--offline=true", "--threshold=20", unit],
                               capture_output=True, text=True)
        if "Unknown" in rated.stderr or "unrecognized" in rated.stderr:
            return 0
        if rated.returncode:
            print(rated.stdout[-3000:], rated.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
