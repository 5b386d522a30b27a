// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"

#include <QImage>
#include <QScrollArea>

class QButtonGroup;
class QHBoxLayout;

namespace anteroom {

/// The photos of one request as small pictures in a row, which scrolls where they are many; one of them is
/// chosen. Left and Right choose.
class PhotoStrip final : public QScrollArea
{
    Q_OBJECT

public:
    explicit PhotoStrip(QWidget *parent = nullptr);

    /// Shows a place for each; pictures follow by setThumbnail(). The first is chosen.
    void setFiles(const QVector<FileId> &files);
    void setThumbnail(const FileId &id, const QImage &image);
    int count() const { return int(m_files.size()); }
    const QVector<FileId> &files() const { return m_files; }
    int current() const;
    void choose(int index);

Q_SIGNALS:
    void chosen(const anteroom::FileId &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();

    QVector<FileId> m_files;
    QHBoxLayout *m_row;
    QButtonGroup *m_group;
};

} // namespace anteroom
