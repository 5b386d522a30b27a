#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads an e-mail on standard input and prints what a mail program makes of it, as JSON: another's eyes."""
import email
import email.header
import email.policy
import email.utils
import json
import sys

raw = sys.stdin.buffer.read()
message = email.message_from_bytes(raw, policy=email.policy.default)
defects, parts = [], []
for part in message.walk():
    defects += [type(defect).__name__ for defect in part.defects]
    for value in part.values():
        defects += [type(defect).__name__ for defect in getattr(value, "defects", ())]
    if not part.is_multipart():
        parts.append({"type": part.get_content_type(), "method": part.get_param("method"),
                      "text": part.get_payload(decode=True).decode(part.get_content_charset("ascii"))})
# The older parser: the newer one of Python 3.11 puts spaces between the words of a long encoded name.
name, address = email.utils.parseaddr(email.message_from_bytes(raw)["From"].replace("\r\n", "").replace("\n", ""))
lines = raw.replace(b"\r\n", b"\n").split(b"\n")
json.dump({"type": message.get_content_type(), "parts": parts, "defects": defects, "fromAddress": address,
           "fromName": str(email.header.make_header(email.header.decode_header(name))), "date": message["Date"].datetime.isoformat(),
           "headers": {name: str(value) for name, value in message.items()},
           "longestLine": max(map(len, lines)), "ascii": all(byte < 128 for byte in raw)}, sys.stdout)
