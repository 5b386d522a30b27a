// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/photointake.h"

#include "app/intake/helperprocess.h"
#include "app/intake/photo.h"
#include "app/intake/refusals.h"
#include "app/intake/wire.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace anteroom {
namespace {

using namespace intake;

constexpr int turnWaitMs = 60'000;
constexpr qsizetype blockSize = 256 * 1024;

QByteArrayView viewOf(const Bytes &bytes)
{
    return QByteArrayView(bytes.data(), qsizetype(bytes.size()));
}

ErrorCode codeOf(const char *reason)
{
    const std::string_view key(reason);
    if (key == refusal::tooLarge || key == refusal::tooManyPixels)
        return ErrorCode::TooLarge;
    if (key == refusal::notAPhoto || key == refusal::unsupported)
        return ErrorCode::UnsupportedType;
    return ErrorCode::Invalid;
}

const char *mimeTypeOf(uint8_t format)
{
    switch (Format(format)) {
    case Format::Jpeg:
        return "image/jpeg";
    case Format::Png:
        return "image/png";
    case Format::WebP:
        return "image/webp";
    case Format::Heic:
        return "image/heic";
    }
    return nullptr;
}

/// Takes the answer apart as it comes. Head, about and thumbnail are small and kept; the body goes on at
/// once.
class AnswerReader
{
public:
    AnswerReader(wire::Operation operation, const PhotoIntake::Sink &body)
        : m_operation(operation)
        , m_body(body)
    {
    }

    Result<void> take(QByteArrayView bytes);
    /// Once the child has closed its end: whether all has come.
    Result<void> finish() const;

    const wire::Answer &head() const { return m_head; }
    const QByteArray &about() const { return m_about; }
    QByteArray takeThumbnail() { return std::move(m_thumbnail); }

private:
    static tl::unexpected<Error> bad() { return fail(ErrorCode::Internal, "intake.bad_answer"); }

    wire::Operation m_operation;
    const PhotoIntake::Sink &m_body;
    wire::Answer m_head;
    QByteArray m_headBytes;
    QByteArray m_about;
    QByteArray m_thumbnail;
    qint64 m_bodyTaken = 0;
};

Result<void> AnswerReader::take(QByteArrayView bytes)
{
    const auto fill = [&bytes](QByteArray &into, qsizetype wanted) {
        const qsizetype part = std::min(bytes.size(), wanted - into.size());
        into.append(bytes.first(part));
        bytes = bytes.sliced(part);
        return into.size() == wanted;
    };
    if (size_t(m_headBytes.size()) < wire::answerSize) {
        if (!fill(m_headBytes, wire::answerSize))
            return {};
        if (!wire::decode(reinterpret_cast<const uint8_t *>(m_headBytes.constData()), m_operation, m_head))
            return bad();
    }
    if (!fill(m_about, m_head.about) || !fill(m_thumbnail, m_head.thumbnail) || bytes.isEmpty())
        return {};
    if (bytes.size() > m_head.body - m_bodyTaken)
        return bad();
    m_bodyTaken += bytes.size();
    return m_body(bytes);
}

Result<void> AnswerReader::finish() const
{
    const bool whole = size_t(m_headBytes.size()) == wire::answerSize && m_about.size() == m_head.about &&
                       m_thumbnail.size() == m_head.thumbnail && m_bodyTaken == m_head.body;
    if (!whole)
        return fail(ErrorCode::Invalid, "intake.died");
    if (!m_head.refused)
        return {};
    const char *reason = refusal::find(std::string_view(m_about.constData(), size_t(m_about.size())));
    return reason ? fail(codeOf(reason), reason) : bad();
}

/// The photo in blocks, the request's head before it, and not a byte more than was promised.
HelperProcess::Give requestBytes(const wire::Request &request, const PhotoIntake::Source &photo)
{
    return [&photo, left = qint64(request.length),
            head = wire::encode(request)]() mutable -> Result<QByteArray> {
        if (!head.empty())
            return viewOf(std::exchange(head, {})).toByteArray();
        auto block = photo();
        if (block && block->size() > left)
            return fail(ErrorCode::Internal, "intake.source_size");
        if (block)
            left -= block->size();
        return block;
    };
}

Result<void> converse(const QByteArray &helper, const wire::Request &request,
                      const PhotoIntake::Source &photo, AnswerReader &answer, QDeadlineTimer deadline)
{
    if (helper.isEmpty())
        return fail(ErrorCode::Internal, "intake.missing");
    auto child = HelperProcess::start(helper);
    if (!child)
        return fail(std::move(child.error()));
    auto done = child->exchange(
        requestBytes(request, photo), [&answer](QByteArrayView bytes) { return answer.take(bytes); },
        deadline);
    return done ? answer.finish() : done;
}

PhotoIntake::Source blocksOf(const QByteArray &bytes)
{
    return [&bytes, at = qsizetype(0)]() mutable -> Result<QByteArray> {
        const QByteArray block = bytes.mid(at, blockSize);
        at += block.size();
        return block;
    };
}

PhotoIntake::Sink appendTo(QByteArray &out)
{
    return [&out](QByteArrayView bytes) -> Result<void> {
        out.append(bytes);
        return {};
    };
}

} // namespace

PhotoIntake::PhotoIntake(const QString &helper, int atOnce, std::chrono::milliseconds limit)
    : m_helper(QFile::encodeName(helper))
    , m_limit(limit)
    , m_turns(atOnce)
{
}

QString PhotoIntake::findHelper()
{
    const QString folder = QCoreApplication::applicationDirPath();
    for (const QString &place :
         {QStringLiteral("/anteroom-intake"), QStringLiteral(ANTEROOM_INTAKE_FROM_BIN)}) {
        const QFileInfo file(folder + place);
        if (file.isFile() && file.isExecutable())
            return file.canonicalFilePath();
    }
    return {};
}

Result<ExaminedPhoto> PhotoIntake::examine(qint64 size, const Source &photo, const Sink &stripped) const
{
    if (size > qint64(maxPhotoBytes))
        return fail(ErrorCode::TooLarge, refusal::tooLarge);
    if (size <= 0)
        return fail(ErrorCode::UnsupportedType, refusal::notAPhoto);
    if (!m_turns.tryAcquire(1, turnWaitMs))
        return fail(ErrorCode::Unavailable, "intake.busy");
    const QSemaphoreReleaser turn(m_turns);

    AnswerReader answer(wire::Operation::Examine, stripped);
    const wire::Request request{wire::Operation::Examine, 0, 0, uint32_t(size)};
    if (auto done = converse(m_helper, request, photo, answer, QDeadlineTimer(m_limit)); !done)
        return fail(std::move(done.error()));

    wire::About about;
    const QByteArray &said = answer.about();
    const bool read =
        wire::decode({reinterpret_cast<const uint8_t *>(said.constData()), size_t(said.size())}, about);
    const char *mimeType = mimeTypeOf(about.format);
    if (!read || !mimeType || about.width == 0 || about.height == 0 || about.width > maxSide ||
        about.height > maxSide || uint64_t(about.width) * about.height > maxPixels)
        return fail(ErrorCode::Internal, "intake.bad_answer");
    ExaminedPhoto examined;
    examined.mimeType = mimeType;
    examined.size = QSize(int(about.width), int(about.height));
    const auto text = [&about](size_t i) {
        return QByteArray(about.texts[i].data(), qsizetype(about.texts[i].size()));
    };
    examined.taken = {text(0), text(1), text(2)};
    examined.thumbnail = answer.takeThumbnail();
    examined.strippedSize = answer.head().body;
    return examined;
}

Result<ExaminedPhoto> PhotoIntake::examine(const QByteArray &photo) const
{
    QByteArray stripped;
    auto examined = examine(photo.size(), blocksOf(photo), appendTo(stripped));
    if (examined)
        examined->stripped = std::move(stripped);
    return examined;
}

Result<RenderedPhoto> PhotoIntake::render(const QByteArray &stripped, QSize wanted) const
{
    if (wanted.width() <= 0 || wanted.height() <= 0)
        return fail(ErrorCode::Invalid, "image_size.invalid", "imageSize");
    if (stripped.isEmpty() || stripped.size() > qint64(wire::maxStripped))
        return fail(ErrorCode::Invalid, refusal::damaged);
    if (!m_turns.tryAcquire(1, turnWaitMs))
        return fail(ErrorCode::Unavailable, "intake.busy");
    const QSemaphoreReleaser turn(m_turns);

    RenderedPhoto rendered;
    const Sink body = appendTo(rendered.bytes);
    AnswerReader answer(wire::Operation::Render, body);
    const wire::Request request{wire::Operation::Render, uint32_t(wanted.width()), uint32_t(wanted.height()),
                                uint32_t(stripped.size())};
    if (auto done = converse(m_helper, request, blocksOf(stripped), answer, QDeadlineTimer(m_limit)); !done)
        return fail(std::move(done.error()));
    const char *mimeType = mimeTypeOf(uint8_t(answer.about().at(0)));
    if (!mimeType)
        return fail(ErrorCode::Internal, "intake.bad_answer");
    rendered.mimeType = mimeType;
    return rendered;
}

} // namespace anteroom
