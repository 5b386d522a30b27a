// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of teleconsultations shows: its header, and its rows as an agenda.
#include "app/clinic.h"
#include "app/teleconsultations/clinictime.h"
#include "ui/common/button.h"
#include "ui/common/detailsplitter.h"
#include "ui/common/icons.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/teleconsultations/agendamodel.h"
#include "ui/teleconsultations/teleconsultationspage.h"
#include "ui/teleconsultations/teleconsultationwords.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QMenu>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastColumn = 64; // pixels; else details go below

} // namespace

void TeleconsultationsPage::makeHeader()
{
    auto *schedule = new QAction(tr("Schedule"), this);
    schedule->setShortcut(QKeySequence(Qt::Key_T));
    connect(schedule, &QAction::triggered, this, [this] { startNew(); });
    setPrimaryAction(schedule);

    m_earlier = new Button(QString());
    m_earlier->setIcon(icon(Icon::ChevronLeft));
    m_later = new Button(QString());
    m_later->setIcon(icon(Icon::ChevronRight));
    auto *now = new Button(tr("Today"));
    connect(m_earlier, &Button::clicked, this, [this] { step(-1, false); });
    connect(m_later, &Button::clicked, this, [this] { step(1, false); });
    connect(now, &Button::clicked, this, [this] {
        goTo(today());
        m_agenda->canvas()->focusCurrent();
    });

    m_spanButton = new Button(tr("Week"));
    m_spanButton->setAccessibleName(tr("How much is shown"));
    auto *menu = new QMenu(m_spanButton);
    m_spans = new QActionGroup(menu);
    for (const auto &[span, text] : {std::pair(Span::Week, tr("Week")), std::pair(Span::Day, tr("Day"))}) {
        auto *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(span == m_span);
        m_spans->addAction(action);
        connect(action, &QAction::triggered, this, [this, span = span] {
            setSpan(span);
            keepView();
        });
    }
    menu->addSeparator();
    m_weekend = menu->addAction(tr("Saturday and Sunday too"));
    m_weekend->setCheckable(true);
    connect(m_weekend, &QAction::triggered, this, [this] {
        load();
        fill();
        keepView();
    });
    m_spanButton->setMenu(menu);
    for (QWidget *widget : {m_earlier, now, m_later, m_spanButton})
        addHeaderWidget(widget);
}

void TeleconsultationsPage::describe()
{
    const QDate now = today();
    const auto shown = m_agenda->canvas()->places().dates();
    const auto days = shown.isEmpty() ? dates({}) : shown;
    setHeading(m_span == Span::Day ? dayText(m_date, now, QLocale())
                                   : daysText(days.constFirst(), days.constLast(), now, QLocale()));
    const bool isWeek = m_span == Span::Week;
    m_spanButton->setText(isWeek ? tr("Week") : tr("Day"));
    m_earlier->setAccessibleName(isWeek ? tr("Previous week") : tr("Previous day"));
    m_later->setAccessibleName(isWeek ? tr("Next week") : tr("Next day"));
    for (Button *button : {m_earlier, m_later}) {
        const QKeySequence key(button == m_earlier ? Qt::Key_PageUp : Qt::Key_PageDown);
        button->setToolTip(button->accessibleName() + u" ("_s + key.toString(QKeySequence::NativeText) +
                           u')');
    }
    m_agenda->setToday(now);
    if (!m_agenda->canvas()->isMoving())
        m_note->setText(zoneText(m_zone));
}

QDate TeleconsultationsPage::today() const
{
    return localTime(m_clinic.clock().now(), m_zone).date();
}

QVector<QDate> TeleconsultationsPage::dates(const QVector<AgendaEntry> &entries) const
{
    if (m_span == Span::Day)
        return {m_date};
    const QDate monday = m_date.addDays(1 - m_date.dayOfWeek());
    // A date of the weekend that somebody went to is shown with it.
    return daysOfWeek(monday, m_zone, entries, m_weekend->isChecked() || m_date.dayOfWeek() > 5);
}

AgendaEntry TeleconsultationsPage::entryOf(const Teleconsultation &t, UtcTime now) const
{
    const auto &service = m_clinic.teleconsultations();
    const TeleconsultationPhase phase = service.phaseOf(t, now);
    const QString progress = progressText(t, phase, now);
    AgendaEntry entry{.id = t.id.text(), .from = t.startsAt, .to = t.endsAt, .title = whoText(t)};
    entry.detail = timeText(t.startsAt, m_zone) + u" · "_s + progress;
    entry.brief = progress;
    entry.tone = phaseTone(phase);
    entry.edge = phase == TeleconsultationPhase::Incomplete ? AgendaEntry::Edge::Dashed
                 : phase == TeleconsultationPhase::Running  ? AgendaEntry::Edge::Strong
                 : phase == TeleconsultationPhase::Ended    ? AgendaEntry::Edge::None
                                                            : AgendaEntry::Edge::Plain;
    entry.isFixed = phase == TeleconsultationPhase::Ended || (t.isComplete() && now >= service.opensAt(t));
    //: Read to blind people: whom it is about, the day, the span of time, and how far it is.
    entry.spoken = tr("%1, %2, %3, %4")
                       .arg(entry.title, dayText(localTime(t.startsAt, m_zone).date(), today(), QLocale()),
                            spanText(t.startsAt, t.endsAt, m_zone), progress);
    return entry;
}

QVector<AgendaEntry> TeleconsultationsPage::entries() const
{
    const UtcTime now = m_clinic.clock().now();
    QVector<AgendaEntry> entries;
    for (const Teleconsultation &t : m_model->rows()) {
        if (t.endsAt > m_model->from())
            entries.append(entryOf(t, now));
    }
    return entries;
}

void TeleconsultationsPage::fill()
{
    AgendaCanvas *canvas = m_agenda->canvas();
    const bool isWhole = m_model->isWhole();
    m_isFilling = true;
    const auto all = entries();
    canvas->setAgenda(dates(all), m_zone, all);
    canvas->setNow(m_clinic.clock().now());
    // A pane that can be read, beside days that can be told apart.
    m_splitter->setNeeded(canvas->gutter() + int(canvas->places().dates().size()) * leastColumn +
                          fontMetrics().averageCharWidth() * 44);
    describe();
    const auto &days = canvas->places().dates();
    const auto now = canvas->places().placeOf(m_clinic.clock().now());
    const bool hasFocus = canvas->isAncestorOf(QApplication::focusWidget());
    if (const int side = std::exchange(m_sideways, 0); side != 0) {
        m_keepsPlace = true;
        canvas->setCurrent({side < 0 ? int(days.size()) - 1 : 0, canvas->current().minute, {}}, hasFocus);
    }
    if (m_isFresh && isWhole) {
        m_isFresh = false;
        if (now && !m_keepsPlace)
            canvas->setCurrent({now->first, now->second / 30 * 30, {}}, hasFocus);
        m_keepsPlace = false;
        m_agenda->scrollTo(now ? now->second / 60 - 1 : 8);
    }
    m_isFilling = false;
    if (!isWhole)
        return;
    m_agenda->setNotice(!all.isEmpty()         ? QString()
                        : m_span == Span::Week ? tr("Nothing is planned this week. Double-click a time, or "
                                                    "press T, to schedule a teleconsultation.")
                                               : tr("Nothing is planned on this day. Double-click a time, or "
                                                    "press T, to schedule a teleconsultation."));
    m_cutOff->setVisible(m_model->isCutOff());
    if (const QByteArray id = std::exchange(m_toChoose, {}); !id.isEmpty()) {
        for (const AgendaBlock *block : canvas->blocks()) {
            if (block->entry().id == id && block->place().begins)
                canvas->setCurrent({block->place().day, block->place().top, id}, hasFocus);
        }
        choose(id);
    }
}

} // namespace anteroom
