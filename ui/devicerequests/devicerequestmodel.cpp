// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devicerequests/devicerequestmodel.h"

#include "app/clinic.h"
#include "app/devicerequests/devicerequestrepository.h"
#include "ui/devicerequests/devicerequestwords.h"

#include <QCoreApplication>

namespace anteroom {

namespace {

struct DeviceRequestColumns
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::DeviceRequestColumns)
};

QVariant text(const QString &value, int role)
{
    if (role == Qt::ToolTipRole) // for what is cut
        return value;
    return role == Qt::DisplayRole ? QVariant(value.isEmpty() ? QStringLiteral("–") : value) : QVariant();
}

QVector<PagedColumn<DeviceRequestRow>> columns()
{
    using Row = DeviceRequestRow;
    return {
        {.title = DeviceRequestColumns::tr("Number"),
         .data = [](const Row &row, int role) { return text(row.view.request.requisition, role); }},
        {.title = DeviceRequestColumns::tr("Patient"),
         .data = [](const Row &row, int role) { return text(row.patient, role); }},
        {.title = DeviceRequestColumns::tr("Device"),
         .data = [](const Row &row, int role) { return text(row.device(), role); }},
        {.title = DeviceRequestColumns::tr("Programme"),
         .data = [](const Row &row, int role) { return text(row.view.programName, role); }},
        {.title = DeviceRequestColumns::tr("Status"),
         .data = [](const Row &row, int role) -> QVariant {
             const QString &status = row.view.request.status;
             return role == ToneRole ? QVariant(int(deviceRequestStatusTone(status)))
                                     : text(deviceRequestStatusText(status), role);
         }},
        {.title = DeviceRequestColumns::tr("Code goes to"),
         .data = [](const Row &row, int role) { return text(methodText(row.view.method), role); }},
    };
}

} // namespace

QString DeviceRequestRow::device() const
{
    QStringList all;
    for (const DeviceCode &each : codes)
        all.append(each.code);
    return all.join(QStringLiteral(", "));
}

DeviceRequestModel::DeviceRequestModel(Clinic &clinic, std::function<Actor()> actor, QObject *parent)
    : PagedTableModel<DeviceRequestRow>(
          columns(), [](const DeviceRequestRow &row) { return row.view.request.id.text(); },
          [this](const PageRequest &request) { return load(request); }, parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
{
}

void DeviceRequestModel::setFilter(const DeviceRequestFilter &filter)
{
    m_filter = filter;
    reload();
}

DeviceRequestRow DeviceRequestModel::rowOf(Transaction &tx, DeviceRequestView view)
{
    DeviceRequestRow row;
    if (const auto person = DeviceRequestRepository::person(tx, view.request.patient))
        row.patient = QString(person->firstName + u' ' + person->lastName).trimmed();
    if (!view.request.code.isNull())
        row.codes = {view.request.code};
    else if (!view.request.codeReference.isNull())
        row.codes = DeviceRequestRepository::classificationTypes(tx, view.request.codeReference);
    row.view = std::move(view);
    return row;
}

QFuture<Result<Page<DeviceRequestRow>>> DeviceRequestModel::load(const PageRequest &request) const
{
    return m_clinic.store().read([&clinic = m_clinic, actor = m_actor(), filter = m_filter,
                                  request](Transaction &tx) -> Result<Page<DeviceRequestRow>> {
        auto page = clinic.deviceRequests().list(tx, actor, filter, request);
        if (!page)
            return fail(page.error());
        Page<DeviceRequestRow> rows;
        rows.nextCursor = page->nextCursor;
        for (DeviceRequestView &view : page->items)
            rows.items.append(rowOf(tx, std::move(view)));
        return rows;
    });
}

} // namespace anteroom
