// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devicerequests/devicerequestservice.h"
#include "ui/common/pagedtablemodel.h"

#include <functional>

namespace anteroom {

class Clinic;

/// A device request with what its ids stand for.
struct DeviceRequestRow
{
    DeviceRequestView view;
    QString patient;           ///< as the register calls them; empty where it does not know them
    QVector<DeviceCode> codes; ///< the device: its code, or its definition's classifications

    /// The device in a few words; empty where the register knows nothing of it.
    QString device() const;
};

/// Device requests, the newest first. GUI thread; pages come from the store's readers.
class DeviceRequestModel final : public PagedTableModel<DeviceRequestRow>
{
public:
    enum Column { Number, Patient, Device, Programme, Status, Reached };

    /// `clinic` outlives the model; `actor` says who is signed in.
    DeviceRequestModel(Clinic &clinic, std::function<Actor()> actor, QObject *parent = nullptr);

    const DeviceRequestFilter &filter() const { return m_filter; }
    /// Shows only these, from the beginning.
    void setFilter(const DeviceRequestFilter &filter);

    /// The row of a view. A reader's thread.
    static DeviceRequestRow rowOf(Transaction &tx, DeviceRequestView view);

    using PagedTableModel<DeviceRequestRow>::rowOf;

private:
    QFuture<Result<Page<DeviceRequestRow>>> load(const PageRequest &request) const;

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    DeviceRequestFilter m_filter;
};

} // namespace anteroom
