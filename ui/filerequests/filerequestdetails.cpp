// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/filerequestdetails.h"

#include "app/clinic.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/common/relativetime.h"
#include "ui/delivery/outboxmodel.h"
#include "ui/filerequests/filerequestheader.h"
#include "ui/filerequests/locknotice.h"
#include "ui/filerequests/photoloader.h"
#include "ui/filerequests/photopane.h"

#include <QBoxLayout>
#include <QMenu>

namespace anteroom {

FileRequestDetails::FileRequestDetails(Clinic &clinic, std::function<Actor()> actor, QWidget *parent)
    : QWidget(parent)
    , m_loader(std::make_unique<PhotoLoader>(clinic, actor))
    , m_card(new Card(this))
    , m_hint(new Label(TextRole::Body, tr("Choose a request to see what came.")))
    , m_content(new QWidget)
    , m_header(new FileRequestHeader(actor))
    , m_photos(new PhotoPane(*m_loader))
    , m_lock(new LockNotice(clinic, std::move(actor)))
    , m_delivery(new Label(TextRole::Caption))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    m_hint->setDim(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_card->body()->addWidget(m_hint, 1);
    m_card->body()->addWidget(m_content, 1);
    m_delivery->setWordWrap(true);

    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(space::l, space::m, space::l, space::l);
    column->setSpacing(space::m);
    column->addWidget(m_header);
    column->addWidget(new Separator);
    column->addWidget(m_photos, 1);
    column->addWidget(m_lock);
    column->addWidget(m_delivery);
    column->addWidget(makeActions());

    connect(m_header, &FileRequestHeader::openPerson, this, &FileRequestDetails::openPerson);
    connect(m_header, &FileRequestHeader::assignRequested, this,
            [this](const QString &login) { Q_EMIT assignRequested(m_row->view.request.id, login); });
    connect(m_lock, &LockNotice::unlockRequested, this,
            [this] { Q_EMIT requested(Action::Unlock, m_row->view.request.id); });
    connect(m_photos, &PhotoPane::failed, this, &FileRequestDetails::failed);
    show(std::nullopt);
}

FileRequestDetails::~FileRequestDetails() = default;

QWidget *FileRequestDetails::makeActions()
{
    auto *line = new QWidget;
    m_done = new Button(tr("Mark done"), Button::Kind::Primary);
    m_sendAgain = new Button(tr("Ask again"));
    m_more = new Button(tr("More"), Button::Kind::Quiet);
    m_menu = new QMenu(this);
    m_more->setMenu(m_menu);
    connect(m_done, &Button::clicked, this,
            [this] { Q_EMIT requested(Action::Done, m_row->view.request.id); });
    connect(m_sendAgain, &Button::clicked, this,
            [this] { Q_EMIT requested(Action::SendAgain, m_row->view.request.id); });
    connect(m_menu, &QMenu::aboutToShow, this, &FileRequestDetails::fillMenu);

    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(m_done);
    row->addWidget(m_sendAgain);
    row->addStretch();
    row->addWidget(m_more);
    return line;
}

void FileRequestDetails::fillMenu()
{
    m_menu->clear();
    const FileRequest::State state = m_row->view.request.state;
    const bool cancelled = state == FileRequest::State::Cancelled;
    const auto offer = [this](const QString &text, Action action, bool enabled = true) {
        m_menu->addAction(text, this, [this, action] { Q_EMIT requested(action, m_row->view.request.id); })
            ->setEnabled(enabled);
    };
    offer(tr("Copy the patient's link"), Action::CopyLink, !cancelled);
    offer(tr("Show its messages"), Action::ShowMessages);
    m_menu->addSeparator();
    offer(tr("Cancel the request"), Action::Cancel, !cancelled && state != FileRequest::State::Done);
}

void FileRequestDetails::show(const std::optional<FileRequestRow> &row)
{
    m_row = row;
    m_hint->setVisible(!row);
    m_content->setVisible(row.has_value());
    if (!row) {
        m_photos->clear();
        m_lock->show({});
        return;
    }
    const FileRequest &request = row->view.request;
    m_lock->show(request.state == FileRequest::State::Cancelled ? FileRequestId() : request.id);
    m_header->show(*row);
    m_delivery->setText(deliveryText());
    const bool cancelled = request.state == FileRequest::State::Cancelled;
    m_done->setVisible(!cancelled && request.state != FileRequest::State::Done);
    m_done->setKind(request.state == FileRequest::State::Answered ? Button::Kind::Primary
                                                                  : Button::Kind::Normal);
    m_sendAgain->setVisible(!cancelled);
    m_sendAgain->setEnabled(!row->isExpired);
    m_photos->show(row->view.files, row->filesToScan, insteadOfPhotos());
}

QString FileRequestDetails::deliveryText() const
{
    QStringList steps{
        tr("Asked by %1, %2").arg(m_row->view.request.staffName, fullTime(m_row->view.request.createdAt))};
    for (auto message = m_row->messages.crbegin(); message != m_row->messages.crend(); ++message)
        steps += tr("%1: %2").arg(channelText(message->channel), statusText(message->status).toLower());
    if (m_row->view.request.openedAt)
        steps += tr("opened %1").arg(fullTime(*m_row->view.request.openedAt));
    if (m_row->filesInfected > 0)
        steps += tr("%n infected file(s) removed", nullptr, m_row->filesInfected);
    return steps.join(QStringLiteral(" · "));
}

QString FileRequestDetails::insteadOfPhotos() const
{
    if (m_row->filesToScan > 0)
        return tr("What came is looked through for viruses first. It appears here then.");
    switch (m_row->view.request.state) {
    case FileRequest::State::Cancelled:
        return tr("This request was cancelled.");
    case FileRequest::State::Done:
        return tr("Done, without photos.");
    default:
        return m_row->isExpired ? tr("The link expired before an answer came. Ask again to send a new one.")
                                : tr("No photo yet. It appears here the moment it arrives.");
    }
}

} // namespace anteroom
