#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's own rules about its sources, as far as a line-by-line look can hold them.

usage: lint.py ROOT layers|text|format|shell

Prints one line a breach, "file:line: what is wrong", and ends with 1; 77 means that the tool for it is missing.
"""
import json
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

FOLDERS = ["app", "server", "ui", "resources", "translations", "packaging", "tests", ".ci"]
SKIPPED = {"node_modules", "__pycache__", ".cache"}
CODE = (".cpp", ".h")
SIGNED = CODE + (".py", ".js", ".mjs", ".cjs", ".lua", ".css", ".cmake", ".sh", ".service")
LONG, TOO_LONG = 500, 700

breaches = 0


def breach(path, line, text):
    global breaches
    breaches += 1
    print(f"{path}:{line}: {text}")


def files(root):
    """Every file of ours, relative to the root; no git is needed, so that an unpacked archive can be checked."""
    for name in sorted(os.listdir(root)):
        if os.path.isfile(os.path.join(root, name)) and name != "LICENSE":
            yield name
    for folder in FOLDERS:
        for where, folders, names in os.walk(os.path.join(root, folder)):
            folders[:] = sorted(f for f in folders if f not in SKIPPED)
            for name in sorted(names):
                yield os.path.relpath(os.path.join(where, name), root)


def text_of(root, path):
    """The file's text, or None for what is no text (a picture)."""
    with open(os.path.join(root, path), "rb") as file:
        data = file.read()
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def is_shell(text):
    return re.match(r"#!.*\b(ba)?sh\b", text) is not None


# Which of our layers, and which of Qt's headers, a folder may not include.
WIDGETS = r"<(QtWidgets\b|Q[A-Za-z]*(Widget|Dialog|Button|Layout|MainWindow|Menu|MenuBar|Label)>|QApplication>)"
HTTP_SERVER = r"<(QtHttpServer\b|Q(Abstract)?HttpServer[A-Za-z]*>)"
LAYERS = {
    "app/": ([r'"(server|ui|tests)/'], [WIDGETS, HTTP_SERVER]),
    "server/": ([r'"(ui|tests)/'], [WIDGETS]),
    "ui/": ([r'"(server|tests)/'], [HTTP_SERVER]),
    "tests/app/": ([r'"(server|ui)/'], [HTTP_SERVER]),
    "tests/server/": ([r'"ui/'], []),
    "tests/ui/": ([r'"server/'], []),
}
# The console's main alone also starts the server.
EXEMPT = {"ui/main.cpp": r'"server/'}


def check_layers(root):
    for path in files(root):
        if not path.endswith(CODE):
            continue
        rules = [r for prefix, r in LAYERS.items() if path.startswith(prefix)]
        text = text_of(root, path)
        if not rules or text is None:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            include = re.match(r'\s*#\s*include\s+(["<].*)', line)
            if not include:
                continue
            what = include.group(1)
            exempt = EXEMPT.get(path)
            if exempt and re.match(exempt, what):
                continue
            for ours, theirs in rules:
                if any(re.match(pattern, what) for pattern in ours + theirs):
                    breach(path, number, f"this layer may not include {what.strip()} (ARCHITECTURE.md, Layers)")
            if re.match(HTTP_SERVER, what) and path.startswith("server/") and not path.startswith("server/http/"):
                breach(path, number, "QtHttpServer stays inside server/http")


# Written in two parts, so that this file does not find itself.
LEFTOVERS = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" + "XX"]) + r")\b")
HOSTS = re.compile("registry[.]" + "npmjs|registry[.]" + "yarnpkg|deb[.]debian" + "[.]org")
SLEEPS = re.compile(r"\b(QTest::qSleep|QThread::(m|u)?sleep|std::this_thread::sleep_for|usleep|nanosleep)\s*\(")
SINGLETON = re.compile(r"\bstatic\b[^;{}()=]*\binstance\s*\(|\bQ_GLOBAL_STATIC|::instance\s*\(\s*\)\s*\n?\{")
MARKDOWN_BREAK = re.compile(r"[^ ]  $")


def check_text(root):
    warnings = 0
    for path in files(root):
        text = text_of(root, path)
        if text is None or text == "":
            continue
        lines = text.split("\n")
        ours = path.endswith(CODE) and path.startswith(("app/", "server/", "ui/"))
        named = path.endswith(SIGNED) or os.path.basename(path) == "CMakeLists.txt" or is_shell(text)
        if named and not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in lines[:3]):
            breach(path, 1, "the SPDX line is missing")
        if "\r" in text:
            breach(path, text[:text.index("\r")].count("\n") + 1, "a carriage return")
        if not text.endswith("\n"):
            breach(path, len(lines), "no newline at the end of the file")
        if path.endswith(".json"):
            try:
                json.loads(text)
            except ValueError as error:
                breach(path, getattr(error, "lineno", 1), f"no JSON: {error}")
        for number, line in enumerate(lines, 1):
            if line != line.rstrip() and not (path.endswith(".md") and MARKDOWN_BREAK.search(line)):
                breach(path, number, "white space at the end of the line")
            if LEFTOVERS.search(line):
                breach(path, number, "a leftover note; do it or write it down as an issue")
            if HOSTS.search(line):
                breach(path, number, "a package registry's host name")
            if ours and SINGLETON.search(line):
                breach(path, number, "no singletons: pass it in (ARCHITECTURE.md)")
            if path.startswith("tests/") and path.endswith(CODE) and SLEEPS.search(line) and "//" not in line:
                # A slow client is a fair thing to play; then the line says so.
                breach(path, number, "no sleeps in tests without a reason beside: wait for the thing itself")
        if path.endswith(CODE):
            if path.endswith(".h") and "#pragma once" not in text:
                breach(path, 1, "#pragma once is missing")
            if len(lines) > TOO_LONG:
                breach(path, TOO_LONG, f"{len(lines)} lines; split it ({TOO_LONG} at most)")
            elif len(lines) > LONG:
                warnings += 1
                print(f"{path}:{LONG}: warning: {len(lines)} lines; {LONG} should be the exception")
    if warnings:
        print(f"{warnings} warnings")


def check_format(root):
    tool = shutil.which("clang-format-14")
    if not tool:
        print("clang-format-14 is not installed; versions differ in what they make, so no other one is used")
        sys.exit(77)
    sources = [path for path in files(root) if path.endswith(CODE)]
    chunks = [sources[i::8] for i in range(8) if sources[i::8]]

    def run(chunk):
        return subprocess.run([tool, "--dry-run", "-Werror", "--style=file", *chunk], cwd=root,
                              capture_output=True, text=True)

    with ThreadPoolExecutor(2) as pool:
        for result in pool.map(run, chunks):
            for line in result.stderr.splitlines():
                match = re.match(r"(.*?):(\d+):\d+: (?:error|warning):", line)
                if match:
                    breach(match.group(1), match.group(2), "not as clang-format-14 makes it (clang-format -i)")
            if result.returncode and not breaches:
                breach(".clang-format", 1, result.stderr.strip() or "clang-format failed")


def check_shell(root):
    scripts = []
    for path in files(root):
        text = text_of(root, path)
        if text and is_shell(text):
            scripts.append(path)
            if "set -euo pipefail" not in text and "set -eu" not in text:
                breach(path, 1, "set -euo pipefail is missing")
    for path in scripts:
        result = subprocess.run(["bash", "-n", path], cwd=root, capture_output=True, text=True)
        if result.returncode:
            breach(path, 1, result.stderr.strip())
    tool = shutil.which("shellcheck")
    if tool and scripts:
        result = subprocess.run([tool, "-x", "-f", "gcc", *scripts], cwd=root, capture_output=True, text=True)
        for line in result.stdout.splitlines():
            path, number, rest = line.split(":", 2)
            breach(path, number, rest.strip())


def main():
    checks = {"layers": check_layers, "text": check_text, "format": check_format, "shell": check_shell}
    if len(sys.argv) != 3 or sys.argv[2] not in checks:
        print(__doc__, file=sys.stderr)
        return 2
    checks[sys.argv[2]](os.path.abspath(sys.argv[1]))
    if breaches:
        print(f"{breaches} breaches")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
