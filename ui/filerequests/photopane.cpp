// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/photopane.h"

#include "app/base/whendone.h"
#include "ui/common/badge.h"
#include "ui/common/button.h"
#include "ui/common/errortext.h"
#include "ui/common/label.h"
#include "ui/common/relativetime.h"
#include "ui/filerequests/photoloader.h"
#include "ui/filerequests/photostrip.h"
#include "ui/filerequests/photoviewer.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>

#include <algorithm>

namespace anteroom {

namespace {

QString captionOf(const File &file)
{
    QStringList parts;
    if (file.photoCreatedAt)
        parts += PhotoPane::tr("Taken %1").arg(fullTime(*file.photoCreatedAt));
    if (file.imageWidth && file.imageHeight)
        parts += QStringLiteral("%1 × %2").arg(*file.imageWidth).arg(*file.imageHeight);
    parts += QLocale().formattedDataSize(file.size, 1, QLocale::DataSizeTraditionalFormat);
    if (file.isImage())
        parts += PhotoPane::tr("position removed");
    return parts.join(QStringLiteral(" · "));
}

} // namespace

PhotoPane::PhotoPane(PhotoLoader &loader, QWidget *parent)
    : QWidget(parent)
    , m_loader(loader)
    , m_photos(new QWidget)
    , m_viewer(new PhotoViewer)
    , m_strip(new PhotoStrip)
    , m_toScan(new Badge)
    , m_description(new Label(TextRole::Body))
    , m_caption(new Label(TextRole::Caption))
    , m_instead(new Label(TextRole::Body))
{
    m_description->setWordWrap(true);
    m_description->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_caption->setWordWrap(true);
    m_instead->setDim(true);
    m_instead->setAlignment(Qt::AlignCenter);
    m_instead->setWordWrap(true);

    auto *column = new QVBoxLayout(m_photos);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_viewer, 1);
    column->addWidget(makeTools());
    column->addWidget(m_strip);
    column->addWidget(m_description);
    column->addWidget(m_caption);
    auto *faces = new QVBoxLayout(this);
    faces->setContentsMargins(0, 0, 0, 0);
    faces->setSpacing(space::s);
    faces->addWidget(m_photos, 1);
    faces->addWidget(m_instead, 1);
    faces->addWidget(m_toScan, 0, Qt::AlignLeft);

    connect(m_strip, &PhotoStrip::chosen, this, &PhotoPane::showFile);
    connect(m_viewer, &PhotoViewer::nextRequested, this, [this] { m_strip->choose(m_strip->current() + 1); });
    connect(m_viewer, &PhotoViewer::previousRequested, this,
            [this] { m_strip->choose(m_strip->current() - 1); });
    connect(m_viewer, &PhotoViewer::copyRequested, this, &PhotoPane::copy);
    connect(m_viewer, &PhotoViewer::printRequested, this, &PhotoPane::print);
    connect(m_viewer, &PhotoViewer::saveRequested, this, &PhotoPane::save);
    clear();
}

QWidget *PhotoPane::makeTools()
{
    auto *tools = new QWidget;
    auto *line = new QHBoxLayout(tools);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::xs);
    const auto add = [line](Icon sign, const QString &name, const QKeySequence &keys) {
        auto *button = new Button(QString());
        button->setIcon(icon(sign));
        button->setAccessibleName(name);
        button->setToolTip(QStringLiteral("%1 (%2)").arg(name, keys.toString(QKeySequence::NativeText)));
        line->addWidget(button);
        return button;
    };
    const auto zoomOut = add(Icon::ZoomOut, tr("Zoom out"), Qt::Key_Minus);
    const auto zoomIn = add(Icon::ZoomIn, tr("Zoom in"), Qt::Key_Plus);
    const auto fit = add(Icon::ZoomFit, tr("Fit"), Qt::Key_0);
    const auto rotate = add(Icon::Rotate, tr("Rotate"), Qt::Key_R);
    line->addStretch();
    const auto copyIt = add(Icon::Copy, tr("Copy the photo"), QKeySequence::Copy);
    const auto printIt = add(Icon::Print, tr("Print the photo"), QKeySequence::Print);
    const auto saveIt = add(Icon::Save, tr("Save the photo"), QKeySequence::Save);
    connect(zoomOut, &Button::clicked, m_viewer, &PhotoViewer::zoomOut);
    connect(zoomIn, &Button::clicked, m_viewer, &PhotoViewer::zoomIn);
    connect(fit, &Button::clicked, m_viewer, &PhotoViewer::fit);
    connect(rotate, &Button::clicked, m_viewer, &PhotoViewer::rotate);
    connect(copyIt, &Button::clicked, this, &PhotoPane::copy);
    connect(printIt, &Button::clicked, this, &PhotoPane::print);
    connect(saveIt, &Button::clicked, this, &PhotoPane::save);
    return tools;
}

void PhotoPane::clear()
{
    show({}, 0, {});
}

void PhotoPane::show(const QVector<File> &files, int toScan, const QString &instead)
{
    m_files = files;
    m_photos->setVisible(!files.isEmpty());
    m_instead->setVisible(files.isEmpty());
    m_instead->setText(instead);
    m_toScan->setVisible(toScan > 0);
    m_toScan->set(tr("%n photo(s) not scanned yet", nullptr, toScan), Tone::Warn);
    if (files.isEmpty()) {
        m_file = {};
        m_viewer->setImage({});
    }
    QVector<FileId> ids;
    for (const File &file : files)
        ids.append(file.id);
    if (ids == m_strip->files())
        return; // the same photos, shown anew
    m_strip->setFiles(ids);
    m_strip->setVisible(ids.size() > 1);
    for (const File &file : files) {
        if (!file.hasThumbnail)
            continue;
        whenDone(m_loader.thumbnail(file.id), this, [this, id = file.id](const Result<QImage> &image) {
            if (image)
                m_strip->setThumbnail(id, *image);
        });
    }
}

const File *PhotoPane::current() const
{
    const auto file =
        std::find_if(m_files.begin(), m_files.end(), [this](const File &each) { return each.id == m_file; });
    return file == m_files.end() ? nullptr : &*file;
}

void PhotoPane::showFile(const FileId &id)
{
    if (m_file == id)
        return;
    m_file = id;
    const File *file = current();
    if (!file)
        return;
    m_description->setText(file->description.isEmpty() ? QString() : tr("“%1”").arg(file->description));
    m_description->setVisible(!file->description.isEmpty());
    m_caption->setText(captionOf(*file));
    m_viewer->setImage({}, tr("Opening the photo…"));
    whenDone(m_loader.photo(id), this, [this, id](const Result<QImage> &image) {
        if (m_file != id)
            return; // another one was chosen meanwhile
        if (image)
            m_viewer->setImage(*image);
        else
            m_viewer->setImage({}, errorText(image.error()));
    });
}

void PhotoPane::copy() const
{
    if (!m_viewer->image().isNull())
        QGuiApplication::clipboard()->setImage(m_viewer->image());
}

void PhotoPane::save()
{
    const File *file = current();
    if (!file)
        return;
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the photo"), file->originalName);
    if (path.isEmpty())
        return;
    whenDone(m_loader.content(m_file), this, [this, path](const Result<QByteArray> &bytes) {
        QSaveFile target(path);
        if (!bytes)
            Q_EMIT failed(bytes.error());
        else if (!target.open(QIODevice::WriteOnly) || target.write(*bytes) != bytes->size() ||
                 !target.commit())
            Q_EMIT failed({ErrorCode::Unavailable, "file.not_saved", nullptr, {}});
    });
}

void PhotoPane::print()
{
    if (m_viewer->image().isNull())
        return;
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(tr("Photo")); // print queues are read by others: no name
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, printer, image = m_viewer->image(), turns = m_viewer->quarterTurns()] {
                if (!printPhoto(*printer, image, turns))
                    Q_EMIT failed({ErrorCode::Unavailable, "photo.not_printed", nullptr, {}});
            });
    // The printer outlives the dialog, which holds a bare pointer to it.
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

int PhotoPane::count() const
{
    return m_strip->count();
}

const QImage &PhotoPane::shownPhoto() const
{
    return m_viewer->image();
}

bool printPhoto(QPrinter &printer, const QImage &image, int quarterTurns)
{
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    const QImage upright = image.transformed(QTransform().rotate(90.0 * quarterTurns));
    const QRectF page = painter.viewport();
    QRectF target({}, QSizeF(upright.size()).scaled(page.size(), Qt::KeepAspectRatio));
    target.moveCenter(page.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, upright);
    return painter.end();
}

} // namespace anteroom
