// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filerequests/worklist.h"
#include "ui/shell/consolepage.h"
#include "ui/today/todaycalls.h"

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

/// What needs somebody today: answers that came, and messages that did not arrive. Nothing to do is good
/// news.
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
        bool isWhole = false; ///< not only the numbers
    };
    void build(QAction *start);
    void load();
    void showNews(const News &news);
    void showAnswers(const News &news);
    void showTroubled(const News &news);
    QVector<TodayEntry> paused() const;
    void showCalls(const TodayCalls &calls);
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
    QTabBar *m_whose;
    QWidget *m_allAnswers;
    QVector<TroubledMessage> m_messages;
    QVector<TodayEntry> m_paused;         ///< remote ends that wait for an administrator
    QHash<QByteArray, QImage> m_pictures; ///< by the request's id
    QTimer m_minute;                      ///< "4 min ago" becomes "5 min ago"
    bool m_opened = false;                ///< what comes next was asked for, for the audit log
    bool m_wantsFocus = false;
};

} // namespace anteroom
