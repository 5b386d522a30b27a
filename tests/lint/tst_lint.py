#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows lint.py one breach of every rule and one clean tree: a lint that can't fail says nothing."""
import os
import subprocess
import sys
import tempfile

LINT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "lint.py")
SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"

# check, file, content, what the complaint must contain ("" = none)
CASES = [
    ("layers", "app/a.cpp", SPDX + '#include "app/base/id.h"\n#include <QString>\n', ""),
    ("layers", "app/a.cpp", SPDX + '#include "server/http/x.h"\n', "app/a.cpp:2"),
    ("layers", "app/a.h", SPDX + "#include <QWidget>\n", "app/a.h:2"),
    ("layers", "app/a.h", SPDX + "#include <QHttpServerRequest>\n", "app/a.h:2"),
    ("layers", "server/a.cpp", SPDX + '#include "ui/shell/x.h"\n', "server/a.cpp:2"),
    ("layers", "server/patient/a.cpp", SPDX + "#include <QHttpServer>\n", "server/http"),
    ("layers", "server/http/a.cpp", SPDX + "#include <QHttpServer>\n", ""),
    ("layers", "ui/a.cpp", SPDX + '# include "server/x.h"\n', "ui/a.cpp:2"),
    ("layers", "ui/main.cpp", SPDX + '#include "server/x.h"\n', ""),
    ("layers", "tests/app/tst_a.cpp", SPDX + '#include "ui/x.h"\n', "tests/app/tst_a.cpp:2"),
    ("text", "app/a.cpp", SPDX + "int x = QCoreApplication::instance() ? 1 : 0;\n", ""),
    ("text", "app/a.cpp", "int x;\n", "SPDX"),
    ("text", "packaging/a", "#!/usr/bin/env bash\nset -euo pipefail\n", "SPDX"),
    ("text", "app/a.cpp", SPDX + "class A { static A &instance(); };\n", "singletons"),
    ("text", "app/a.cpp", SPDX + "// TO" + "DO: later\n", "leftover"),
    ("text", "app/a.cpp", SPDX + "int x; \n", "white space"),
    ("text", "app/a.cpp", SPDX + "int x;", "newline"),
    ("text", "app/a.cpp", SPDX + "int x;\r\n", "carriage"),
    ("text", "app/a.h", SPDX + "int x();\n", "pragma once"),
    ("text", "app/a.cpp", SPDX + "int x;\n" * 600, ":500: warning"),
    ("text", "app/a.cpp", SPDX + "int x;\n" * 800, "split it"),
    ("text", "tests/app/tst_a.cpp", SPDX + "void f() { QTest::qSleep(5); }\n", "sleeps"),
    ("text", "tests/app/tst_a.cpp", SPDX + "void f() { QTest::qSleep(5); } // a slow client\n", ""),
    ("text", "resources/a.json", '{"a": }\n', "no JSON"),
    ("text", "tests/package-lock.json", '{"resolved": "https://registry.' + 'npmjs.org/a"}\n', "host name"),
    ("format", "app/a.cpp", SPDX + "int  x ;\n", "app/a.cpp:2"),
    ("format", "app/a.cpp", SPDX + "int x;\n", ""),
    ("shell", "packaging/a", "#!/usr/bin/env bash\nset -euo pipefail\nif\n", "packaging/a"),
    ("shell", "packaging/a", "#!/usr/bin/env bash\necho\n", "pipefail"),
    ("shell", "packaging/a", "#!/usr/bin/env bash\nset -euo pipefail\necho\n", ""),
]


def main():
    failures = 0
    for check, path, content, expected in CASES:
        with tempfile.TemporaryDirectory() as root:
            os.makedirs(os.path.join(root, os.path.dirname(path)))
            with open(os.path.join(root, path), "w", newline="") as file:
                file.write(content)
            result = subprocess.run([sys.executable, LINT, root, check], capture_output=True, text=True)
        if result.returncode == 77:
            continue
        silent = result.returncode == 0 and result.stdout == ""
        fine = silent if not expected else expected in result.stdout
        if expected and "warning" not in expected:
            fine = fine and result.returncode == 1
        if not fine:
            failures += 1
            print(f"{check} on {path} {content[-40:]!r}: expected {expected!r}, got {result.returncode}"
                  f" {result.stdout!r} {result.stderr!r}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
