// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/devicerequests/devicerequestmodel.h"

#include <QWidget>

class QScrollArea;

namespace anteroom {

class Badge;
class Barcode;
class Button;
class Card;
class Clock;
class Label;
class ResendPanel;

/// Everything the details show, read at one moment.
struct DeviceRequestFacts
{
    DeviceRequestRow row;
    ResendPreview preview;
    QVector<ResendJob> jobs;
    UserId user; ///< the patient among the clinic's people; null where they are not
};

/// One device request: whose, its number as a bar code, what for, and the sending of its text.
class DeviceRequestDetails final : public QWidget
{
    Q_OBJECT

public:
    /// `clock` outlives the details.
    explicit DeviceRequestDetails(const Clock &clock, QWidget *parent = nullptr);

    /// Nothing: an invitation to choose one.
    void show(const std::optional<DeviceRequestFacts> &facts);
    /// Whether the health system can be asked for what it says now.
    void setRefreshable(bool refreshable);
    /// While it is asked nobody asks again.
    void setRefreshing(bool refreshing);
    /// What is shown now; nothing where nothing is.
    const std::optional<DeviceRequestFacts> &facts() const { return m_facts; }
    ResendPanel *panel() const { return m_panel; }
    Barcode *barcode() const { return m_barcode; }

Q_SIGNALS:
    void openPerson(const anteroom::UserId &id);
    void refreshRequested();

private:
    std::optional<DeviceRequestFacts> m_facts;
    Card *m_card;
    Label *m_hint;
    QScrollArea *m_area;
    Label *m_name;
    Badge *m_status;
    Button *m_open;
    Button *m_refresh;
    Barcode *m_barcode;
    Label *m_about;
    ResendPanel *m_panel;
};

} // namespace anteroom
