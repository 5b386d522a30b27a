// SPDX-License-Identifier: GPL-3.0-or-later
// anteroom-intake: reads one photo from its standard input, answers on its standard output, ends. It has no
// network, no keys, no database and no file; PhotoIntake starts one for each photo (RULES.md, Photos).
#include "app/intake/confine.h"
#include "app/intake/heifcodec.h"
#include "app/intake/photo.h"
#include "app/intake/refusals.h"
#include "app/intake/wire.h"

#include <algorithm>
#include <cerrno>

#include <malloc.h>
#include <unistd.h>

using namespace anteroom::intake;

namespace {

bool readAll(uint8_t *to, size_t count)
{
    while (count > 0) {
        const ssize_t got = read(STDIN_FILENO, to, count);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        to += got;
        count -= size_t(got);
    }
    return true;
}

bool writeAll(View bytes)
{
    while (!bytes.empty()) {
        const ssize_t put = write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        bytes = bytes.subspan(size_t(put));
    }
    return true;
}

bool refuse(Refusal why)
{
    const std::string_view key(why);
    wire::Answer answer;
    answer.refused = true;
    answer.about = uint32_t(key.size());
    return writeAll(wire::encode(answer)) &&
           writeAll({reinterpret_cast<const uint8_t *>(key.data()), key.size()});
}

bool answer(const wire::About &about, View thumbnail, View body)
{
    const Bytes said = wire::encode(about);
    const wire::Answer head{false, uint32_t(said.size()), uint32_t(thumbnail.size()), uint32_t(body.size())};
    return writeAll(wire::encode(head)) && writeAll(said) && writeAll(thumbnail) && writeAll(body);
}

bool serve(const wire::Request &request, const Bytes &photo)
{
    if (request.operation == wire::Operation::Render) {
        const auto rendered = render(photo, {request.width, request.height});
        if (!rendered)
            return refuse(rendered.error());
        return answer({uint8_t(rendered->format), 0, 0, {}}, {}, rendered->bytes);
    }
    const auto examined = examine(photo);
    if (!examined)
        return refuse(examined.error());
    const ExifFacts &exif = examined->photo.exif;
    return answer({uint8_t(examined->photo.format),
                   examined->shown.width,
                   examined->shown.height,
                   {exif.taken, exif.subSec, exif.offset}},
                  examined->thumbnail, examined->photo.bytes);
}

} // namespace

int main()
{
    // Large blocks go back to the system as soon as they are freed: the limit is on what is mapped.
    mallopt(M_MMAP_THRESHOLD, 1024 * 1024);
    prepareHeif();
    if (!confine())
        return 3;
    std::array<uint8_t, wire::requestSize> head;
    wire::Request request;
    if (!readAll(head.data(), head.size()) || !wire::decode(head.data(), request))
        return 2;
    try {
        Bytes photo(request.length);
        if (!readAll(photo.data(), photo.size()))
            return 2;
        return serve(request, photo) ? 0 : 1;
    } catch (const std::bad_alloc &) {
        return refuse(refusal::tooComplex) ? 0 : 1;
    }
}
