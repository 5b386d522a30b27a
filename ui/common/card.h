// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QHBoxLayout;
class QVBoxLayout;

namespace anteroom {

class Label;

/// A panel with round corners that hold whatever is inside, tables too. Without a header until one is set.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    /// Where the content goes; no margins, so that rows reach the edge. For text call setPadding().
    QVBoxLayout *body() const { return m_body; }
    void setPadding(int pixels);
    /// A line of its own above the content.
    void setTitle(const QString &title);
    /// Something at the end of that line.
    void addHeaderWidget(QWidget *widget);
    /// Draws the card's line in the accent, as its content has the focus.
    void setFocusShown(bool shown);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    class Edge;
    void makeHeader();

    QVBoxLayout *m_body;
    QWidget *m_header = nullptr;
    QHBoxLayout *m_headerLine = nullptr;
    Label *m_title = nullptr;
    Edge *m_edge;
};

/// A line between two parts, 1 pixel.
class Separator : public QWidget
{
    Q_OBJECT

public:
    explicit Separator(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace anteroom
