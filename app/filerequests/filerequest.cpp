// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/filerequest.h"

namespace anteroom {

const char *fileRequestStateName(FileRequest::State state)
{
    switch (state) {
    case FileRequest::State::Answered:
        return "answered";
    case FileRequest::State::Done:
        return "done";
    case FileRequest::State::Cancelled:
        return "cancelled";
    case FileRequest::State::Open:
        break;
    }
    return "open";
}

std::optional<FileRequest::State> fileRequestStateByName(QByteArrayView name)
{
    using State = FileRequest::State;
    for (const State state : {State::Open, State::Answered, State::Done, State::Cancelled}) {
        if (name == QByteArrayView(fileRequestStateName(state)))
            return state;
    }
    return std::nullopt;
}

} // namespace anteroom
