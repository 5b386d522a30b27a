// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/auditservice.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace anteroom::AuditService {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsAtOnce = 1000;
constexpr int lookedAtOnce = 20'000;

struct Field
{
    const char *name;
    QByteArray (*value)(const AuditRow &);
};

constexpr Field fields[] = {
    {"seq", [](const AuditRow &row) { return QByteArray::number(row.seq); }},
    {"at", [](const AuditRow &row) { return toIsoMicros(row.at); }},
    {"actor_kind", [](const AuditRow &row) { return row.actorKind; }},
    {"actor_id", [](const AuditRow &row) { return row.actorId; }},
    {"actor_name", [](const AuditRow &row) { return row.actorName.toUtf8(); }},
    {"action", [](const AuditRow &row) { return row.action; }},
    {"patient_id", [](const AuditRow &row) { return row.patient.text(); }},
    {"subject", [](const AuditRow &row) { return row.subject; }},
    {"source", [](const AuditRow &row) { return row.source; }},
    {"outcome", [](const AuditRow &row) { return row.outcome; }},
    {"hash", [](const AuditRow &row) { return row.hash.toHex(); }},
};

// A name or a subject may come from another system, and a spreadsheet reckons what begins like a formula.
QByteArray csvField(QByteArray value)
{
    if (!value.isEmpty() && QByteArrayView("=+-@\t\r\n").contains(value.front()))
        value.prepend('\'');
    value.replace('"', "\"\"");
    return '"' + value + '"';
}

QByteArray csvLine(const AuditRow *row) // the names of the columns where there is no row
{
    QByteArrayList values;
    for (const Field &field : fields)
        values.append(csvField(row ? field.value(*row) : QByteArray(field.name)));
    return values.join(',') + "\r\n";
}

QByteArray jsonObject(const AuditRow &row)
{
    QJsonObject object;
    for (const Field &field : fields) {
        const QByteArray value = field.value(row);
        object.insert(QLatin1String(field.name),
                      value.isEmpty() ? QJsonValue() : QJsonValue(QString::fromUtf8(value)));
    }
    object.insert("seq"_L1, row.seq);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

class Writer
{
public:
    Writer(QSaveFile &file, Format format)
        : m_file(file)
        , m_format(format)
    {
    }

    void begin() { m_file.write(m_format == Format::Csv ? "\xef\xbb\xbf" + csvLine(nullptr) : "["_ba); }
    void add(const AuditRow &row)
    {
        if (m_format == Format::Csv)
            m_file.write(csvLine(&row));
        else
            m_file.write((m_rows > 0 ? ",\n"_ba : "\n"_ba) + jsonObject(row));
        ++m_rows;
    }
    void end()
    {
        if (m_format == Format::Json)
            m_file.write("\n]\n");
    }
    qint64 rows() const { return m_rows; }

private:
    QSaveFile &m_file;
    const Format m_format;
    qint64 m_rows = 0;
};

} // namespace

Result<Exported> exportTo(Store &store, const Actor &actor, const AuditFilter &filter, Format format,
                          const QString &path, const Progress &progress)
{
    if (!actor.isAdmin())
        return fail(ErrorCode::Forbidden, "access.admin_only");
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::Unavailable, "audit.unwritable");
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    // It reads everybody's data: that is written down before the first byte.
    const auto last = store.writeNow([actor, format](WriteTransaction &tx) -> Result<qint64> {
        recordAudit(tx, actor,
                    {.action = "audit.export", .subject = format == Format::Csv ? "csv"_ba : "json"_ba});
        return AuditRepository::newest(tx);
    });
    if (!last)
        return fail(last.error());
    const auto reader = store.openReader();
    if (!reader)
        return fail(reader.error());

    Writer writer(file, format);
    writer.begin();
    for (qint64 from = 1; from > 0 && from <= *last;) {
        const auto slice = (*reader)->run([&](Transaction &tx) -> Result<AuditRepository::Slice> {
            return AuditRepository::slice(tx, filter, AuditRepository::Order::OldestFirst, from, rowsAtOnce,
                                          lookedAtOnce);
        });
        if (!slice)
            return fail(slice.error());
        for (const AuditRow &row : slice->rows) {
            if (row.seq <= *last)
                writer.add(row);
        }
        from = slice->next;
        if (progress && !progress(from > 0 ? qMin(from, *last) : *last, *last))
            return fail(ErrorCode::Unavailable, "cancelled");
    }
    writer.end();
    const Exported done{writer.rows(), file.pos()};
    if (!file.commit())
        return fail(ErrorCode::Unavailable, "audit.unwritable");
    return done;
}

} // namespace anteroom::AuditService
