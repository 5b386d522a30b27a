// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/auditrepository.h"
#include "app/base/clock.h"
#include "ui/shell/personsearch.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QGridLayout;
class QLineEdit;

namespace anteroom {

class Button;
class FormRow;
class PersonPicker;

/// Asks which rows of the audit log are wanted: when, who, what, which patient. As many columns as there is
/// room for.
class AuditFilterBar final : public QWidget
{
    Q_OBJECT

public:
    /// `search` and `clock` outlive the bar.
    AuditFilterBar(PersonSearch &search, const Clock &clock, QWidget *parent = nullptr);

    AuditFilter filter() const;
    void clear();

Q_SIGNALS:
    void changed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum Span { AnyTime, Today, SevenDays, ThirtyDays, OtherDates };
    void follow();
    void arrange();

    const Clock &m_clock;
    QComboBox *m_span;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QLineEdit *m_who;
    QComboBox *m_what;
    PersonPicker *m_patient;
    UserId m_chosen;
    QVector<FormRow *> m_rows;
    Button *m_clear;
    QGridLayout *m_grid;
    QTimer m_typing; ///< somebody may still be typing
};

} // namespace anteroom
