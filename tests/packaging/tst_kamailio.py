#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The drop-in in packaging/kamailio: systemd knows every line of it, and finds little that Debian's unit leaves open then."""
import os
import shutil
import subprocess
import sys
import tempfile

DROP_IN = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../packaging/kamailio/anteroom.conf"))
UNIT = "/usr/lib/systemd/system/kamailio.service"


def main():
    tool = shutil.which("systemd-analyze")
    if not tool or not os.path.exists(UNIT):
        print("systemd-analyze or Kamailio's unit is not installed")
        return 77
    with open(UNIT) as unit, open(DROP_IN) as drop_in:
        text = unit.read() + "\n" + drop_in.read()
    with tempfile.TemporaryDirectory() as folder:
        # Together in one file: what a drop-in comes to.
        both = os.path.join(folder, "kamailio.service")
        with open(both, "w") as file:
            file.write(text)
        verified = subprocess.run([tool, "verify", "--man=no", both], capture_output=True, text=True)
        complaints = [line for line in verified.stderr.splitlines() if "kamailio.service" in line]
        if complaints:
            print("\n".join(complaints))
            return 1
        rated = subprocess.run([tool, "security", "--offline=true", "--threshold=30", both],
                               capture_output=True, text=True)
        if "Unknown" in rated.stderr or "unrecognized" in rated.stderr:
            return 0
        if rated.returncode:
            print(rated.stdout[-3000:], rated.stderr)
            return 1
        print(rated.stdout.strip().splitlines()[-1])
    return 0


if __name__ == "__main__":
    sys.exit(main())
