// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/filerequestdetails.h"

#include "app/base/phonenumber.h"
#include "app/base/whendone.h"
#include "app/clinic.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/errortext.h"
#include "ui/common/label.h"
#include "ui/common/relativetime.h"
#include "ui/delivery/outboxmodel.h"
#include "ui/filerequests/photostrip.h"
#include "ui/filerequests/photoviewer.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <QSaveFile>

namespace anteroom {

namespace {

// As its country writes it; what is no number stays as it is.
QString formattedNumber(const QString &text)
{
    const auto number = PhoneNumber::parse(text);
    return number ? number->pretty() : text;
}

QString captionOf(const File &file)
{
    QStringList parts;
    if (file.photoCreatedAt)
        parts += FileRequestDetails::tr("Taken %1").arg(fullTime(*file.photoCreatedAt));
    if (file.imageWidth && file.imageHeight)
        parts += QStringLiteral("%1 × %2").arg(*file.imageWidth).arg(*file.imageHeight);
    parts += QLocale().formattedDataSize(file.size, 1, QLocale::DataSizeTraditionalFormat);
    if (file.isImage())
        parts += FileRequestDetails::tr("position removed");
    return parts.join(QStringLiteral(" · "));
}

} // namespace

FileRequestDetails::FileRequestDetails(Clinic &clinic, std::function<Actor()> actor, QWidget *parent)
    : QWidget(parent)
    , m_loader(std::make_unique<PhotoLoader>(clinic, std::move(actor)))
    , m_card(new Card(this))
    , m_hint(new Label(TextRole::Body, tr("Choose a request to see what came.")))
    , m_content(new QWidget)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    m_hint->setDim(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_card->body()->addWidget(m_hint, 1);
    m_card->body()->addWidget(m_content, 1);

    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(space::l, space::m, space::l, space::l);
    column->setSpacing(space::m);
    column->addWidget(makeHeader());
    column->addWidget(new Separator);
    column->addWidget(makePhotos(), 1);
    m_delivery = new Label(TextRole::Caption);
    m_delivery->setWordWrap(true);
    column->addWidget(m_delivery);
    column->addWidget(makeActions());
    show(std::nullopt);
}

FileRequestDetails::~FileRequestDetails() = default;

QWidget *FileRequestDetails::makeHeader()
{
    auto *header = new QWidget;
    m_name = new Label(TextRole::Section);
    m_about = new Label(TextRole::Caption);
    m_prompt = new Label(TextRole::Body);
    m_prompt->setWordWrap(true);
    auto *open = new Button(tr("Open person"), Button::Kind::Quiet);
    connect(open, &Button::clicked, this, [this] { Q_EMIT openPerson(m_row->view.patient.id); });

    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_name);
    names->addWidget(m_about);
    auto *line = new QHBoxLayout;
    line->addLayout(names, 1);
    line->addWidget(open, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(header);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(line);
    column->addWidget(m_prompt);
    return header;
}

QWidget *FileRequestDetails::makePhotos()
{
    auto *all = new QWidget;
    m_photos = new QWidget;
    m_viewer = new PhotoViewer;
    m_strip = new PhotoStrip;
    m_description = new Label(TextRole::Body);
    m_description->setWordWrap(true);
    m_description->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_caption = new Label(TextRole::Caption);
    m_caption->setWordWrap(true);
    auto *rotate = new Button(tr("Rotate"));
    auto *save = new Button(tr("Save…"));

    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    line->addWidget(m_strip, 1);
    line->addWidget(rotate);
    line->addWidget(save);
    auto *column = new QVBoxLayout(m_photos);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_viewer, 1);
    column->addLayout(line);
    column->addWidget(m_description);
    column->addWidget(m_caption);

    m_nothingYet = new Label(TextRole::Body);
    m_nothingYet->setDim(true);
    m_nothingYet->setAlignment(Qt::AlignCenter);
    m_nothingYet->setWordWrap(true);
    auto *faces = new QVBoxLayout(all);
    faces->setContentsMargins(0, 0, 0, 0);
    faces->addWidget(m_photos, 1);
    faces->addWidget(m_nothingYet, 1);

    connect(rotate, &Button::clicked, m_viewer, &PhotoViewer::rotate);
    connect(save, &Button::clicked, this, &FileRequestDetails::saveFile);
    connect(m_strip, &PhotoStrip::chosen, this, &FileRequestDetails::showFile);
    connect(m_viewer, &PhotoViewer::nextRequested, this, [this] { m_strip->choose(m_strip->current() + 1); });
    connect(m_viewer, &PhotoViewer::previousRequested, this,
            [this] { m_strip->choose(m_strip->current() - 1); });
    return all;
}

QWidget *FileRequestDetails::makeActions()
{
    auto *line = new QWidget;
    m_done = new Button(tr("Mark done"), Button::Kind::Primary);
    m_sendAgain = new Button(tr("Ask again"));
    m_more = new Button(tr("More"), Button::Kind::Quiet);
    m_menu = new QMenu(this);
    m_more->setMenu(m_menu);

    const auto ask = [this](Action action) {
        return [this, action] { Q_EMIT requested(action, m_row->view.request.id); };
    };
    connect(m_done, &Button::clicked, this, ask(Action::Done));
    connect(m_sendAgain, &Button::clicked, this, ask(Action::SendAgain));
    connect(m_menu, &QMenu::aboutToShow, this, [this, ask] {
        m_menu->clear();
        const FileRequest::State state = m_row->view.request.state;
        const bool cancelled = state == FileRequest::State::Cancelled;
        m_menu->addAction(tr("Take over"), this, ask(Action::AssignToMe))->setEnabled(!cancelled);
        m_menu->addAction(tr("Copy the patient's link"), this, ask(Action::CopyLink))->setEnabled(!cancelled);
        m_menu->addAction(tr("Show its messages"), this, ask(Action::ShowMessages));
        m_menu->addAction(tr("Unlock the link"), this, ask(Action::Unlock))->setEnabled(!cancelled);
        if (!m_viewer->image().isNull()) {
            m_menu->addSeparator();
            m_menu->addAction(tr("Copy the photo"), this, &FileRequestDetails::copyPhoto);
        }
        m_menu->addSeparator();
        m_menu->addAction(tr("Cancel the request"), this, ask(Action::Cancel))
            ->setEnabled(!cancelled && state != FileRequest::State::Done);
    });

    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(m_done);
    row->addWidget(m_sendAgain);
    row->addStretch();
    row->addWidget(m_more);
    return line;
}

void FileRequestDetails::show(const std::optional<FileRequestRow> &row)
{
    m_row = row;
    m_hint->setVisible(!row);
    m_content->setVisible(row.has_value());
    if (!row) {
        m_file = {};
        m_strip->setFiles({});
        m_viewer->setImage({});
        return;
    }
    const FileRequest &request = row->view.request;
    m_name->setText(nameText(row->view.patient));
    QStringList about{tr("born %1").arg(dateText(request.patientDateOfBirth))};
    const QString to = request.recipientMobile.isEmpty() ? request.recipientEmail : request.recipientMobile;
    if (!to.isEmpty())
        about += request.recipientIsProxy ? tr("carer: %1").arg(formattedNumber(to)) : formattedNumber(to);
    m_about->setText(about.join(QStringLiteral(" · ")));
    m_prompt->setText(request.prompt);
    m_prompt->setVisible(!request.prompt.isEmpty());
    m_delivery->setText(deliveryText());
    const bool cancelled = request.state == FileRequest::State::Cancelled;
    m_done->setVisible(!cancelled && request.state != FileRequest::State::Done);
    m_done->setKind(request.state == FileRequest::State::Answered ? Button::Kind::Primary
                                                                  : Button::Kind::Normal);
    m_sendAgain->setVisible(!cancelled);
    m_sendAgain->setEnabled(!row->isExpired);
    showPhotos();
}

QString FileRequestDetails::deliveryText() const
{
    QStringList steps{
        tr("Asked by %1, %2").arg(m_row->view.request.staffName, fullTime(m_row->view.request.createdAt))};
    for (auto message = m_row->messages.crbegin(); message != m_row->messages.crend(); ++message)
        steps += tr("%1: %2").arg(channelText(message->channel), statusText(message->status).toLower());
    if (m_row->view.request.openedAt)
        steps += tr("opened %1").arg(fullTime(*m_row->view.request.openedAt));
    return steps.join(QStringLiteral(" · "));
}

void FileRequestDetails::showPhotos()
{
    const QVector<File> &files = m_row->view.files;
    m_photos->setVisible(!files.isEmpty());
    m_nothingYet->setVisible(files.isEmpty());
    switch (m_row->view.request.state) {
    case FileRequest::State::Cancelled:
        m_nothingYet->setText(tr("This request was cancelled."));
        break;
    case FileRequest::State::Done:
        m_nothingYet->setText(tr("Done, without photos."));
        break;
    default:
        m_nothingYet->setText(m_row->isExpired
                                  ? tr("The link expired before an answer came. Ask again to send a new one.")
                                  : tr("No photo yet. It appears here the moment it arrives."));
    }
    QVector<FileId> ids;
    for (const File &file : files)
        ids.append(file.id);
    m_strip->setFiles(ids);
    for (const File &file : files) {
        if (!file.hasThumbnail)
            continue;
        whenDone(m_loader->thumbnail(file.id), this, [this, id = file.id](const Result<QImage> &image) {
            if (image)
                m_strip->setThumbnail(id, *image);
        });
    }
}

void FileRequestDetails::showFile(const FileId &id)
{
    const auto file = std::find_if(m_row->view.files.begin(), m_row->view.files.end(),
                                   [&](const File &each) { return each.id == id; });
    if (file == m_row->view.files.end() || m_file == id)
        return;
    m_file = id;
    m_description->setText(file->description.isEmpty() ? QString() : tr("“%1”").arg(file->description));
    m_description->setVisible(!file->description.isEmpty());
    m_caption->setText(captionOf(*file));
    m_viewer->setImage({}, tr("Opening the photo…"));
    whenDone(m_loader->photo(id), this, [this, id](const Result<QImage> &image) {
        if (m_file != id)
            return; // another one was chosen meanwhile
        if (image)
            m_viewer->setImage(*image);
        else
            m_viewer->setImage({}, errorText(image.error()));
    });
}

void FileRequestDetails::saveFile()
{
    const auto file = std::find_if(m_row->view.files.begin(), m_row->view.files.end(),
                                   [this](const File &each) { return each.id == m_file; });
    if (file == m_row->view.files.end())
        return;
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the photo"), file->originalName);
    if (path.isEmpty())
        return;
    whenDone(m_loader->content(m_file), this, [this, path](const Result<QByteArray> &bytes) {
        QSaveFile target(path);
        if (!bytes)
            Q_EMIT failed(bytes.error());
        else if (!target.open(QIODevice::WriteOnly) || target.write(*bytes) != bytes->size() ||
                 !target.commit())
            Q_EMIT failed({ErrorCode::Unavailable, "file.not_saved", nullptr, {}});
    });
}

void FileRequestDetails::copyPhoto()
{
    QGuiApplication::clipboard()->setImage(m_viewer->image());
}

int FileRequestDetails::photoCount() const
{
    return m_strip->count();
}

const QImage &FileRequestDetails::shownPhoto() const
{
    return m_viewer->image();
}

} // namespace anteroom
