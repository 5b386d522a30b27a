// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace anteroom {

/// `content` as `Content-Encoding: gzip` has it. For what is the same for everybody and holds no secret.
QByteArray gzipped(const QByteArray &content);

/// Whether an Accept-Encoding field takes gzip.
bool acceptsGzip(QByteArrayView acceptEncoding);

} // namespace anteroom
