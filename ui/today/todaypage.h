// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filerequests/worklist.h"
#include "ui/shell/consolepage.h"
#include "ui/today/todaycalls.h"
#include "ui/today/todayconsultations.h"

#include <QHash>
#include <QImage>
#include <QTimer>

#include <functional>

class QBoxLayout;
class QStackedWidget;
class QTabBar;

namespace anteroom {

class Clinic;
class EmptyState;
class PhotoLoader;
class TeleconsultationScheduler;

/// What needs somebody today: answers that came, messages that did not arrive, calls, and who meets next.
/// Nothing to do is good news.
class TodayPage final : public ConsolePage
{
    Q_OBJECT

public:
    /// `clinic` outlives the page; `actor` says who is signed in; `start` is the one action that begins work
    /// where there is none.
    TodayPage(Clinic &clinic, std::function<Actor()> actor, QAction *start, QWidget *parent = nullptr);
    ~TodayPage() override;

    void activate() override;
    void restoreView(ViewState &state) override;

    /// The tabs over the answers, in this order.
    enum class Whose { Mine, Unassigned, All };
    TodayList *answered() const { return m_answered; }
    TodayList *notDelivered() const { return m_troubled; }
    TodayList *calls() const { return m_calls; }
    TodayList *consultations() const { return m_consultations; }

Q_SIGNALS:
    /// All answers of this kind, on the page of file requests.
    void allAnswersRequested(anteroom::TodayPage::Whose whose);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct News
    {
        WorkCounts counts;
        QVector<WorkItem> answered;
        bool moreAnswered = false;
        QVector<TroubledMessage> troubled;
        TodayCalls calls;
        TodayConsultations consultations;
        bool isWhole = false; ///< not only the numbers
    };
    void build(QAction *start);
    void followWidth();
    void load();
    void showNews(const News &news);
    void showAnswers(const News &news);
    void showTroubled(const News &news);
    QVector<TodayEntry> paused() const;
    void showCalls(const TodayCalls &calls);
    void showConsultations(const TodayConsultations &consultations);
    void begin(const QByteArray &consultation);
    void join(const TodayConsultations::Item &item);
    void invite(const TeleconsultationId &id);
    void loadPicture(const QByteArray &key, const FileId &file);
    void decide(const QByteArray &id, bool second);
    Whose whose() const;

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    std::unique_ptr<PhotoLoader> m_photos;
    ViewState *m_views = nullptr;
    QStackedWidget *m_faces;
    EmptyState *m_nothing;
    QBoxLayout *m_cards;
    TodayList *m_answered;
    TodayList *m_troubled;
    TodayList *m_calls;
    TodayList *m_consultations;
    QTabBar *m_whose;
    QWidget *m_allAnswers;
    QWidget *m_allConsultations;
    QVector<TroubledMessage> m_messages;
    QVector<TodayEntry> m_paused;         ///< remote ends that wait for an administrator
    QHash<QByteArray, QImage> m_pictures; ///< by the request's id
    TodayConsultations m_next;
    TeleconsultationScheduler *m_scheduler;
    QTimer m_minute;       ///< "4 min ago" becomes "5 min ago"
    QTimer m_change;       ///< a room opens, or closes
    bool m_opened = false; ///< what comes next was asked for, for the audit log
    bool m_wantsFocus = false;
};

} // namespace anteroom
