#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The example in packaging/nginx: nginx accepts it, and a request through it arrives as Anteroom expects it.

A small server stands for the patient listener; nginx runs in a temporary folder on free ports.
"""
import http.client
import http.server
import os
import random
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
seen = []


class PatientListener(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        length = int(self.headers.get("Content-Length", 0))
        body = 0
        while body < length:
            body += len(self.rfile.read(min(65536, length - body)))
        seen.append((self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body))
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    do_GET = do_POST = answer

    def log_message(self, *args):
        pass


def free_port():
    """Below those that the system deals out: nobody else is given it before nginx has it."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as s:
            try:
                s.bind(("127.0.0.1", port))
                return port
            except OSError:
                pass


def check(condition, text):
    if not condition:
        print("FAILED:", text)
        sys.exit(1)


def main():
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    openssl = shutil.which("openssl")
    if not nginx or not openssl:
        print("nginx or openssl is not installed")
        return 77

    backend = http.server.ThreadingHTTPServer(("127.0.0.1", 0), PatientListener)
    threading.Thread(target=backend.serve_forever, daemon=True).start()
    plain, tls = free_port(), free_port()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                        "/CN=photos.example.org", "-keyout", f"{folder}/privkey.pem", "-out",
                        f"{folder}/fullchain.pem"], check=True, capture_output=True)
        with open(os.path.join(ROOT, "packaging/nginx/anteroom.conf")) as file:
            conf = file.read()
        # Only ports and places change; every other line is tested as it is shipped.
        for what, by in [(r"127\.0\.0\.1:8081", f"127.0.0.1:{backend.server_address[1]}"),
                         (r"/etc/ssl/anteroom/", f"{folder}/"), (r"/var/log/nginx/", f"{folder}/"),
                         (r"\n *listen \[::\]:[^;]*;", ""), (r"listen 80;", f"listen 127.0.0.1:{plain};"),
                         (r"listen 443 ", f"listen 127.0.0.1:{tls} ")]:
            conf, count = re.subn(what, by, conf)
            check(count, f"{what} is no longer in the example")
        kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        temp_paths = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
        with open(f"{folder}/nginx.conf", "w") as file:
            file.write(f"daemon off; pid {folder}/pid; error_log stderr warn; worker_processes 1;\n"
                       f"events {{ worker_connections 64; }}\nhttp {{ {temp_paths}\n{conf}\n}}\n")
        command = [nginx, "-p", folder, "-c", f"{folder}/nginx.conf", "-e", f"{folder}/error.log"]
        accepted = subprocess.run(command + ["-t"], capture_output=True, text=True)
        check(accepted.returncode == 0, accepted.stderr)

        server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        try:
            deadline = time.monotonic() + 90
            while True:
                try:
                    socket.create_connection(("127.0.0.1", tls), 1).close()
                    break
                except OSError:
                    check(server.poll() is None and time.monotonic() < deadline, "nginx did not start")
                    time.sleep(0.05)
            context = ssl.create_default_context(cafile=f"{folder}/fullchain.pem")
            context.check_hostname = False

            def request(method, path, body=None, headers=None):
                connection = http.client.HTTPSConnection("127.0.0.1", tls, context=context, timeout=90)
                connection.request(method, path, body=body, headers={"Host": "photos.example.org", **(headers or {})})
                answer = connection.getresponse()
                answer.read()
                connection.close()
                return answer

            answer = request("GET", "/r/abcdefghjkmn", headers={"X-Forwarded-For": "6.6.6.6",
                                                                "X-Forwarded-Proto": "http"})
            check(answer.status == 200, f"a page answers {answer.status}")
            check(answer.headers["Strict-Transport-Security"], "no Strict-Transport-Security")
            _, path, headers, _ = seen[-1]
            check(path == "/r/abcdefghjkmn", path)
            check(headers.get("x-forwarded-for") == "127.0.0.1", f"a forged address got through: {headers}")
            check(headers.get("x-forwarded-proto") == "https", f"X-Forwarded-Proto is wrong: {headers}")
            check(headers.get("host") == "photos.example.org", f"Host is wrong: {headers}")
            check("upgrade" not in headers, f"an upgrade nobody asked for: {headers}")

            answer = request("POST", "/r/abcdefghjkmn/files", body=b"p" * (30 << 20))
            check(answer.status == 200 and seen[-1][3] == 30 << 20, f"30 MiB of photos: {answer.status}")
            request("GET", "/room/t", headers={"Upgrade": "websocket", "Connection": "Upgrade"})
            check(seen[-1][2].get("upgrade") == "websocket", f"the WebSocket upgrade was lost: {seen[-1][2]}")

            count = len(seen)
            for path in ["/v1/file-requests", "/metrics", "/", "/openapi.json", "/r"]:
                answer = request("GET", path)
                check(answer.status in (301, 404), f"{path} answers {answer.status}")
            check(len(seen) == count, f"the outside reached {seen[-1][1]}")

            connection = http.client.HTTPConnection("127.0.0.1", plain, timeout=90)
            connection.request("GET", "/r/abcdefghjkmn")
            answer = connection.getresponse()
            check(answer.status == 301 and answer.headers["Location"].startswith("https://"), "plain is not sent on")
        finally:
            server.terminate()
            server.wait(90)
            backend.shutdown()
        with open(f"{folder}/anteroom.log") as file:
            check("abcdefghjkmn" not in file.read(), "a patient's link stands in the log")
    return 0


if __name__ == "__main__":
    sys.exit(main())
