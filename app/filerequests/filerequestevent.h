// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filerequests/filerequest.h"

namespace anteroom {

/// The event `file-request.files.update` as web hooks are sent it (RULES.md, Web hooks): the only JSON with
/// the contract's member names that the model makes itself.
QByteArray filesUpdateEvent(const QByteArray &eventId, UtcTime createdAt, const FileRequestView &view,
                            const QVector<File> &added);

} // namespace anteroom
