// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/curltransfer.h"

#include <curl/curl.h>

namespace anteroom {

/// Makes libcurl ready, once a process. Any thread.
void ensureCurl();

/// A list of libcurl's that frees itself.
class CurlList
{
public:
    CurlList() = default;
    explicit CurlList(const QByteArrayList &lines)
    {
        for (const QByteArray &line : lines)
            append(line);
    }
    ~CurlList() { curl_slist_free_all(m_list); }
    CurlList(const CurlList &) = delete;
    CurlList &operator=(const CurlList &) = delete;

    void append(const QByteArray &line) { m_list = curl_slist_append(m_list, line.constData()); }
    curl_slist *get() const { return m_list; }

private:
    curl_slist *m_list = nullptr;
};

/// What libcurl's code means where no more is known.
CurlReply::Failure failureOf(CURLcode code);

} // namespace anteroom
