// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QImage>

namespace anteroom {

/// One picture, upright, fitted into its room or zoomed: + and − or Ctrl and the wheel zoom, 0 fits, R
/// rotates, dragging and the arrow keys move. Rotating changes what is shown, never the file.
class PhotoViewer final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PhotoViewer(QWidget *parent = nullptr);

    /// A null image shows `words` instead.
    void setImage(const QImage &image, const QString &words = {});
    const QImage &image() const { return m_image; }
    /// How many screen pixels a picture's pixel takes.
    double zoom() const;
    /// How often it was turned clockwise, 0 to 3.
    int quarterTurns() const { return m_quarterTurns; }

    void rotate();
    void zoomIn();
    void zoomOut();
    void fit();

    QSize sizeHint() const override;

Q_SIGNALS:
    void nextRequested();
    void previousRequested();
    /// Ctrl+C, Ctrl+P and Ctrl+S while the viewer has the focus.
    void copyRequested();
    void printRequested();
    void saveRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    QSize turnedSize() const;
    double fittingZoom() const;
    void setZoom(double zoom, QPointF around);
    void layOut();

    QImage m_image;
    QString m_words;
    int m_quarterTurns = 0;
    double m_zoom = 0; ///< 0: fitted
    QPoint m_dragFrom;
};

} // namespace anteroom
