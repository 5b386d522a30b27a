// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditfilterbar.h"

#include "ui/audit/auditwords.h"
#include "ui/common/button.h"
#include "ui/common/formrow.h"
#include "ui/filerequests/personpicker.h"

#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>

namespace anteroom {

namespace {

constexpr int lettersAField = 26; // what a filter needs to be read

UtcTime startOf(QDate day)
{
    return utcFromUs(day.startOfDay().toMSecsSinceEpoch() * 1000);
}

} // namespace

AuditFilterBar::AuditFilterBar(PersonSearch &search, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_span(new QComboBox)
    , m_from(new QDateEdit)
    , m_to(new QDateEdit)
    , m_who(new QLineEdit)
    , m_what(new QComboBox)
    , m_patient(new PersonPicker(search))
    , m_clear(new Button(tr("Clear the filters"), Button::Kind::Quiet))
    , m_grid(new QGridLayout(this))
{
    m_span->addItem(tr("Any time"), AnyTime);
    m_span->addItem(tr("Today"), Today);
    m_span->addItem(tr("The last 7 days"), SevenDays);
    m_span->addItem(tr("The last 30 days"), ThirtyDays);
    m_span->addItem(tr("Other dates"), OtherDates);
    const QDate today = QDateTime::fromMSecsSinceEpoch(toUs(clock.now()) / 1000).date();
    for (auto *date : {m_from, m_to}) {
        date->setDate(today);
        date->setCalendarPopup(true);
        connect(date, &QDateEdit::dateChanged, this, &AuditFilterBar::changed);
    }
    m_who->setPlaceholderText(tr("Login or token"));
    for (const AuditKind &kind : auditKinds())
        m_what->addItem(kind.text, QVariant::fromValue(kind.actions));
    for (auto *choice : {m_span, m_what}) { // the longest choice must not make the window wider
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(10);
    }
    m_rows = {new FormRow(tr("When"), m_span),         new FormRow(tr("From the day"), m_from),
              new FormRow(tr("Up to and with"), m_to), new FormRow(tr("Who"), m_who),
              new FormRow(tr("What"), m_what),         new FormRow(tr("Patient"), m_patient)};
    m_patient->setPlaceholderText(tr("Name or number"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::m);
    m_grid->setVerticalSpacing(space::s);
    m_typing.setSingleShot(true);
    m_typing.setInterval(std::chrono::milliseconds(300));
    follow();

    connect(m_span, &QComboBox::activated, this, [this] {
        follow();
        Q_EMIT changed();
    });
    connect(m_what, &QComboBox::activated, this, [this] {
        follow();
        Q_EMIT changed();
    });
    connect(&m_typing, &QTimer::timeout, this, &AuditFilterBar::changed);
    connect(m_who, &QLineEdit::textChanged, this, [this] {
        follow();
        m_typing.start();
    });
    connect(m_patient, &PersonPicker::personChosen, this, [this](const UserId &id) {
        m_chosen = id;
        follow();
        Q_EMIT changed();
    });
    connect(m_patient, &PersonPicker::cleared, this, [this] {
        if (std::exchange(m_chosen, {}).isNull())
            return;
        follow();
        Q_EMIT changed();
    });
    connect(m_clear, &Button::clicked, this, &AuditFilterBar::clear);
}

AuditFilter AuditFilterBar::filter() const
{
    AuditFilter filter;
    const QDate today = QDateTime::fromMSecsSinceEpoch(toUs(m_clock.now()) / 1000).date();
    switch (Span(m_span->currentData().toInt())) {
    case AnyTime:
        break;
    case Today:
        filter.from = startOf(today);
        break;
    case SevenDays:
        filter.from = startOf(today.addDays(-6));
        break;
    case ThirtyDays:
        filter.from = startOf(today.addDays(-29));
        break;
    case OtherDates:
        filter.from = startOf(m_from->date());
        filter.until = startOf(m_to->date().addDays(1));
        break;
    }
    filter.who = m_who->text().trimmed();
    filter.actions = m_what->currentData().value<QByteArrayList>();
    filter.patient = m_chosen;
    return filter;
}

void AuditFilterBar::clear()
{
    {
        const QSignalBlocker who(m_who);
        const QSignalBlocker patient(m_patient);
        m_span->setCurrentIndex(0);
        m_what->setCurrentIndex(0);
        m_who->clear();
        m_patient->clear();
    }
    m_chosen = {};
    follow();
    m_span->setFocus();
    Q_EMIT changed();
}

void AuditFilterBar::follow()
{
    const bool dates = m_span->currentData().toInt() == OtherDates;
    m_rows.at(1)->setVisible(dates);
    m_rows.at(2)->setVisible(dates);
    m_clear->setVisible(!filter().isEmpty());
    arrange();
}

void AuditFilterBar::arrange()
{
    QVector<QWidget *> shown;
    for (FormRow *row : std::as_const(m_rows)) {
        if (!row->isHidden() || !row->parentWidget())
            shown.append(row);
    }
    const int columns =
        qBound(1, width() / (fontMetrics().averageCharWidth() * lettersAField), int(shown.size()));
    for (int column = 0; column < m_rows.size(); ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    for (int place = 0; place < shown.size(); ++place)
        m_grid->addWidget(shown.at(place), place / columns,
                          place % columns); // moves it where it was elsewhere
    const int last = int(shown.size());
    m_grid->addWidget(m_clear, last / columns, last % columns, Qt::AlignLeft | Qt::AlignBottom);
}

void AuditFilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void AuditFilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

} // namespace anteroom
