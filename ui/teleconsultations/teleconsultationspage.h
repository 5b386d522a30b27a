// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/id.h"
#include "ui/shell/consolepage.h"
#include "ui/teleconsultations/agendaview.h"

#include <QTimer>

#include <functional>

class QActionGroup;

namespace anteroom {

class AgendaModel;
class Button;
class Clinic;
class DetailSplitter;
class InlineBar;
class Label;
class ListAudit;
class PersonSearch;
class TeleconsultationDetails;
class TeleconsultationMover;
class TeleconsultationScheduler;
struct Teleconsultation;

/// Teleconsultations as an agenda: a week or a day on the clinic's clock, moved by dragging or by keys, with
/// the details of the chosen one beside it.
class TeleconsultationsPage final : public ConsolePage
{
    Q_OBJECT

public:
    /// `clinic` and `search` outlive the page; `actor` says who is signed in.
    TeleconsultationsPage(Clinic &clinic, std::function<Actor()> actor, PersonSearch &search,
                          QWidget *parent = nullptr);

    void activate() override;
    void restoreView(ViewState &state) override;
    /// Goes to the day of the teleconsultation with this id and shows its details.
    void open(const QByteArray &id) override;

    /// Begins a new one, with that person and at that time where they are given; without a time at the next
    /// full half hour, or at the free one of another day where the keyboard is.
    void startNew(const UserId &person = {}, std::optional<UtcTime> start = std::nullopt);
    /// Opens the form of the one with this id.
    void edit(const QByteArray &id);

    enum class Span { Week, Day };
    Span span() const { return m_span; }
    void setSpan(Span span);
    /// Saturday and Sunday too, also while nothing lies there.
    void setWeekendShown(bool shown);
    /// Shows the week or the day with this date.
    void goTo(QDate date);
    /// Whose details are shown; null: nobody's.
    QByteArray chosen() const { return m_chosen; }

    AgendaView *agenda() const { return m_agenda; }
    AgendaModel *model() const { return m_model; }
    TeleconsultationDetails *details() const { return m_details; }
    TeleconsultationMover *mover() const { return m_mover; }
    /// Says again how far everything is, as of now.
    void followClock();
    /// By itself, as long as the page is in sight.
    bool isFollowingClock() const { return m_tick.isActive(); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeHeader();
    void makeDetails();
    void connectAgenda();
    void load();
    void fill();
    void followState();
    void describe();
    void step(int direction, bool bySide);
    void choose(const QByteArray &id);
    void enterDetails(const QByteArray &id);
    void move(const QByteArray &id, UtcTime start);
    void refuse(const QString &why);
    void openForm(const QByteArray &id, const UserId &person, std::optional<UtcTime> start);
    void sayMoved(const Teleconsultation &was, UtcTime start, int told);
    void keepView();
    QDate today() const;
    QVector<QDate> dates(const QVector<AgendaEntry> &entries) const;
    QVector<AgendaEntry> entries() const;
    AgendaEntry entryOf(const Teleconsultation &teleconsultation, UtcTime now) const;

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    PersonSearch &m_search;
    ViewState *m_views = nullptr;
    AgendaModel *m_model;
    TeleconsultationScheduler *m_scheduler;
    TeleconsultationMover *m_mover;
    AgendaView *m_agenda;
    DetailSplitter *m_splitter;
    QWidget *m_pane; ///< the details and their way out; hidden while nothing is chosen
    TeleconsultationDetails *m_details;
    InlineBar *m_failed;
    InlineBar *m_cutOff;
    Label *m_note;
    Button *m_earlier;
    Button *m_later;
    Button *m_spanButton;
    QActionGroup *m_spans;
    QAction *m_weekend;
    ListAudit *m_audit;
    QTimer m_tick; ///< runs only while the page is in sight
    QTimeZone m_zone;
    QDate m_date;
    Span m_span = Span::Week;
    QByteArray m_chosen;
    QByteArray m_toChoose;     ///< once it is there
    int m_sideways = 0;        ///< arrows led over the edge: go on at the other one
    bool m_keepsPlace = false; ///< the keyboard stays where it was led
    bool m_isFresh = true;     ///< another span than before: nothing is in place yet
    bool m_isFilling = false;
};

} // namespace anteroom
