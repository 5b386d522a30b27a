// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filerequests/filerequest.h"
#include "ui/common/icons.h"

#include <QWidget>

class QPrinter;

namespace anteroom {

class Badge;
class Label;
class PhotoLoader;
class PhotoStrip;
class PhotoViewer;
struct Error;

/// The photos of one request: the chosen one large, all of them as a strip, the patient's own words, and what
/// can be done with a photo: turn, zoom, copy, print, save.
class PhotoPane final : public QWidget
{
    Q_OBJECT

public:
    /// `loader` outlives the pane.
    explicit PhotoPane(PhotoLoader &loader, QWidget *parent = nullptr);

    /// `toScan`: how many more came that are not known to be harmless yet; they are said, not shown.
    /// `instead` stands there where there are none.
    void show(const QVector<File> &files, int toScan, const QString &instead);
    void clear();

    int count() const;
    const QImage &shownPhoto() const;
    void copy() const;
    void print();
    void save();

Q_SIGNALS:
    void failed(const anteroom::Error &error);

private:
    QWidget *makeTools();
    void showFile(const FileId &id);
    const File *current() const;

    PhotoLoader &m_loader;
    QVector<File> m_files;
    FileId m_file;
    QWidget *m_photos;
    PhotoViewer *m_viewer;
    PhotoStrip *m_strip;
    Badge *m_toScan;
    Label *m_description;
    Label *m_caption;
    Label *m_instead;
};

/// One picture on one page, as large as fits, turned by quarters as it is shown. False where the printer
/// does not take it.
bool printPhoto(QPrinter &printer, const QImage &image, int quarterTurns);

} // namespace anteroom
