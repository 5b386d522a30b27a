// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filerequests/filerequestmodel.h"

#include <QWidget>

class QMenu;

namespace anteroom {

class Button;
class Card;
class FileRequestHeader;
class Label;
class LockNotice;
class PhotoLoader;
class PhotoPane;

/// One file request: whose it is, the photos that came with the patient's own words, what was sent, and what
/// can be done. It asks; the page does.
class FileRequestDetails final : public QWidget
{
    Q_OBJECT

public:
    enum class Action { Done, SendAgain, Cancel, CopyLink, ShowMessages, Unlock };
    Q_ENUM(Action)

    FileRequestDetails(Clinic &clinic, std::function<Actor()> actor, QWidget *parent = nullptr);
    ~FileRequestDetails() override;

    /// Nothing: an invitation to choose a row.
    void show(const std::optional<FileRequestRow> &row);

    FileRequestHeader *header() const { return m_header; }
    PhotoPane *photos() const { return m_photos; }
    LockNotice *lock() const { return m_lock; }

Q_SIGNALS:
    void requested(anteroom::FileRequestDetails::Action action, const anteroom::FileRequestId &id);
    /// A null login: nobody's any more.
    void assignRequested(const anteroom::FileRequestId &id, const QString &login);
    void openPerson(const anteroom::UserId &id);
    void failed(const anteroom::Error &error);

private:
    QWidget *makeActions();
    void fillMenu();
    QString insteadOfPhotos() const;
    QString deliveryText() const;

    std::unique_ptr<PhotoLoader> m_loader;
    std::optional<FileRequestRow> m_row;
    Card *m_card;
    Label *m_hint;
    QWidget *m_content;
    FileRequestHeader *m_header;
    PhotoPane *m_photos;
    LockNotice *m_lock;
    Label *m_delivery;
    Button *m_done;
    Button *m_sendAgain;
    Button *m_more;
    QMenu *m_menu;
};

} // namespace anteroom
