// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditmodel.h"

#include "app/access/auditservice.h"
#include "app/base/whendone.h"
#include "app/directory/userrepository.h"
#include "ui/audit/auditwords.h"
#include "ui/common/relativetime.h"
#include "ui/directory/persontext.h"

#include <QCoreApplication>

namespace anteroom {

namespace {

struct AuditListWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::AuditListWords)
};

QVariant text(const QString &value, int role)
{
    return role == Qt::DisplayRole ? QVariant(value) : QVariant();
}

// To the second: who reads a log compares times.
QString whenText(const AuditRow &row)
{
    const QLocale locale;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(toUs(row.at) / 1000);
    return locale.toString(time.date(), QLocale::ShortFormat) + u' ' +
           locale.toString(time.time(), QStringLiteral("HH:mm:ss"));
}

QVector<PagedColumn<AuditLine>> columns()
{
    return {
        {.title = AuditListWords::tr("When"),
         .data = [](const AuditLine &line, int role) { return text(whenText(line.row), role); }},
        {.title = AuditListWords::tr("Who"),
         .data = [](const AuditLine &line, int role) { return text(auditActorText(line.row), role); }},
        {.title = AuditListWords::tr("What"),
         .data = [](const AuditLine &line,
                    int role) { return text(auditActionText(line.row.action), role); }},
        {.title = AuditListWords::tr("Patient"),
         .data = [](const AuditLine &line, int role) { return text(line.patient, role); }},
        {.title = AuditListWords::tr("Where from"),
         .data = [](const AuditLine &line, int role) { return text(auditSourceText(line.row), role); }},
        {.title = AuditListWords::tr("Outcome"),
         .data = [](const AuditLine &line, int role) -> QVariant {
             return role == ToneRole ? QVariant(int(auditOutcomeTone(line.row)))
                                     : text(auditOutcomeText(line.row), role);
         }},
    };
}

QString patientName(Transaction &tx, const AuditRow &row)
{
    if (row.patient.isNull())
        return {};
    const auto user = UserRepository::byId(tx, row.patient);
    return user ? personName(*user) : AuditListWords::tr("Erased");
}

} // namespace

/// A page on its way: what was found so far, and where to look on.
struct AuditModel::Search
{
    AuditFilter filter;
    PageRequest request;
    Page<AuditLine> found;
    QPromise<Answer> promise;
};

AuditModel::AuditModel(Store &store, std::function<Actor()> actor, QObject *parent)
    : PagedTableModel<AuditLine>(
          columns(), [](const AuditLine &line) { return QByteArray::number(line.row.seq); },
          [this](const PageRequest &request) { return load(request); }, parent)
    , m_store(store)
    , m_actor(std::move(actor))
{
}

void AuditModel::setFilter(const AuditFilter &filter)
{
    m_filter = filter;
    reload();
}

QFuture<AuditModel::Answer> AuditModel::load(const PageRequest &request)
{
    auto search = std::make_shared<Search>();
    search->filter = m_filter;
    search->request = request;
    search->promise.start();
    const QFuture<Answer> future = search->promise.future();
    look(std::move(search));
    return future;
}

// One short read after another, until there is a page or nothing more; a filter that was changed meanwhile
// ends it.
void AuditModel::look(std::shared_ptr<Search> search)
{
    const auto read = m_store.read(
        [actor = m_actor(), filter = search->filter, request = search->request](Transaction &tx) -> Answer {
            const auto rows = AuditService::list(tx, actor, filter, request);
            if (!rows)
                return fail(rows.error());
            Page<AuditLine> page;
            page.nextCursor = rows->nextCursor;
            for (const AuditRow &row : rows->items)
                page.items.append({row, patientName(tx, row)});
            return page;
        });
    whenDone(read, this, [this, search](const Answer &answer) {
        const auto finish = [&](Answer result) {
            search->promise.addResult(std::move(result));
            search->promise.finish();
        };
        if (!answer)
            return finish(answer);
        search->found.items += answer->items;
        search->found.nextCursor = answer->nextCursor;
        search->request.cursor = answer->nextCursor;
        search->request.limit -= int(answer->items.size());
        if (answer->nextCursor.isEmpty() || search->request.limit <= 0 || search->filter != m_filter)
            return finish(std::move(search->found));
        look(search);
    });
}

} // namespace anteroom
