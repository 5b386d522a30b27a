// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/user.h"
#include "app/filerequests/filerequest.h"

#include <QWidget>

class QVBoxLayout;

namespace anteroom {

class Button;
class Card;
class Label;

/// One person: who they are, how they can be reached, and what was asked of them, the newest first.
class PersonDetails final : public QWidget
{
    Q_OBJECT

public:
    explicit PersonDetails(QWidget *parent = nullptr);

    /// Nothing: an invitation to choose somebody.
    void show(const std::optional<User> &user, const QVector<FileRequestView> &requests = {});
    /// How many people are selected in the list: photos are asked of all of them.
    void setChosen(int people);
    const std::optional<User> &user() const { return m_user; }
    /// Whether there is a button to erase the person: for administrators.
    void setMayErase(bool may);

Q_SIGNALS:
    void editRequested(const anteroom::User &user);
    void eraseRequested(const anteroom::User &user);
    void photosRequested();
    void callRequested();
    void scheduleRequested();
    /// Of somebody whom the health system's registers know.
    void deviceRequestsRequested();
    void openRequest(const anteroom::FileRequestId &id);

private:
    void showFacts();
    void showHistory(const QVector<FileRequestView> &requests);

    std::optional<User> m_user;
    Card *m_card;
    Label *m_hint;
    QWidget *m_content;
    Button *m_photos;
    Button *m_call;
    Button *m_schedule;
    Button *m_deviceRequests;
    Label *m_name;
    Label *m_detail;
    Label *m_facts;
    QVBoxLayout *m_history;
    Button *m_erase;
};

} // namespace anteroom
