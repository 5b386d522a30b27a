// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filerequests/filerequestmodel.h"
#include "ui/filerequests/photoloader.h"

#include <QWidget>

class QMenu;

namespace anteroom {

class Button;
class Card;
class Label;
class PhotoStrip;
class PhotoViewer;

/// One file request: whose it is, the photos that came with the patient's own words, what was sent, and what
/// can be done. It asks; the page does.
class FileRequestDetails final : public QWidget
{
    Q_OBJECT

public:
    enum class Action { Done, SendAgain, Cancel, AssignToMe, CopyLink, ShowMessages, Unlock };
    Q_ENUM(Action)

    FileRequestDetails(Clinic &clinic, std::function<Actor()> actor, QWidget *parent = nullptr);
    ~FileRequestDetails() override;

    /// Nothing: an invitation to choose a row.
    void show(const std::optional<FileRequestRow> &row);

    /// How many photos are shown; for tests.
    int photoCount() const;
    const QImage &shownPhoto() const;

Q_SIGNALS:
    void requested(anteroom::FileRequestDetails::Action action, const anteroom::FileRequestId &id);
    void openPerson(const anteroom::UserId &id);
    void failed(const anteroom::Error &error);

private:
    QWidget *makeHeader();
    QWidget *makePhotos();
    QWidget *makeActions();
    void showPhotos();
    void showFile(const FileId &id);
    void saveFile();
    void copyPhoto();
    QString deliveryText() const;

    std::unique_ptr<PhotoLoader> m_loader;
    std::optional<FileRequestRow> m_row;
    FileId m_file;
    Card *m_card;
    Label *m_hint;
    QWidget *m_content;
    Label *m_name;
    Label *m_about;
    Label *m_prompt;
    QWidget *m_photos;
    PhotoViewer *m_viewer;
    PhotoStrip *m_strip;
    Label *m_description;
    Label *m_caption;
    Label *m_nothingYet;
    Label *m_delivery;
    Button *m_done;
    Button *m_sendAgain;
    Button *m_more;
    QMenu *m_menu;
};

} // namespace anteroom
