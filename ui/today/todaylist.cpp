// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/todaylist.h"

#include "ui/common/badge.h"
#include "ui/common/button.h"
#include "ui/common/label.h"

#include <QApplication>
#include <QBoxLayout>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace anteroom {

namespace {

/// A small picture with round corners; its ground until it comes.
class Picture final : public QWidget
{
public:
    explicit Picture(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(40, 40);
    }

    void setImage(const QImage &image)
    {
        m_image = image;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        QPainterPath corners;
        corners.addRoundedRect(rect(), controlRadius, controlRadius);
        painter.fillPath(corners, Tokens::of(palette()).line);
        if (m_image.isNull())
            return;
        painter.setClipPath(corners);
        const QSizeF size = QSizeF(m_image.size()).scaled(rect().size(), Qt::KeepAspectRatioByExpanding);
        painter.drawImage(
            QRectF(QRectF(rect()).center() - QPointF(size.width() / 2, size.height() / 2), size), m_image);
    }

private:
    QImage m_image;
};

} // namespace

/// The widgets of one entry.
class TodayRow final : public QWidget
{
public:
    explicit TodayRow(QWidget *parent)
        : QWidget(parent)
        , picture(new Picture(this))
        , time(new Label(TextRole::Strong, {}, this))
        , title(new Label(TextRole::Strong, {}, this))
        , detail(new Label(TextRole::Caption, {}, this))
        , state(new Badge({}, Tone::Neutral, this))
        , second(new Button(QString(), Button::Kind::Quiet, this))
        , action(new Button(QString(), Button::Kind::Normal, this))
    {
        title->setWordWrap(true);
        detail->setWordWrap(true);
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        words->addStretch();
        words->addWidget(title);
        words->addWidget(detail);
        words->addStretch();
        auto *line = new QHBoxLayout;
        line->setContentsMargins(14, space::s, 14, space::s);
        line->setSpacing(space::m);
        line->addWidget(picture);
        line->addWidget(time);
        line->addLayout(words, 1);
        line->addWidget(state);
        line->addWidget(second);
        line->addWidget(action);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addLayout(line);
        column->addWidget(new Separator);
    }

    void show(const TodayEntry &entry)
    {
        picture->setVisible(entry.hasPicture);
        time->setText(entry.time);
        time->setVisible(!entry.time.isEmpty());
        title->setText(entry.title);
        detail->setText(entry.detail);
        detail->setVisible(!entry.detail.isEmpty());
        state->set(entry.state, entry.tone);
        state->setVisible(!entry.state.isEmpty());
        for (auto *button : {action, second}) {
            const QString &text = button == action ? entry.action : entry.second;
            button->setText(text);
            button->setVisible(!text.isEmpty());
            // Out of the list's sight a button says what it is for.
            button->setAccessibleName(QStringLiteral("%1: %2").arg(text, entry.title));
            button->setAccessibleDescription(entry.time.isEmpty()
                                                 ? entry.detail
                                                 : QStringLiteral("%1 · %2").arg(entry.time, entry.detail));
        }
    }

    Picture *picture;
    Label *time;
    Label *title;
    Label *detail;
    Badge *state;
    Button *second;
    Button *action;
};

TodayList::TodayList(const QString &title, QWidget *parent)
    : Card(parent)
    , m_column(new QVBoxLayout)
    , m_empty(new Label(TextRole::Body))
{
    setTitle(title);
    m_empty->setDim(true);
    m_empty->setWordWrap(true);
    m_empty->setMargin(14);
    m_column->setSpacing(0);
    body()->addWidget(m_empty);
    body()->addLayout(m_column);
    body()->addStretch();
}

void TodayList::setEmptyText(const QString &text)
{
    m_empty->setText(text);
}

void TodayList::setEntries(const QVector<TodayEntry> &entries)
{
    const auto sameKey = [](const TodayEntry &a, const TodayEntry &b) { return a.key == b.key; };
    const bool same = std::equal(entries.begin(), entries.end(), m_entries.begin(), m_entries.end(), sameKey);
    m_entries = entries;
    m_empty->setVisible(entries.isEmpty());
    if (!same)
        rebuild();
    int timeWidth = 0;
    for (int i = 0; i < m_entries.size(); ++i) {
        m_rows.at(i)->show(m_entries.at(i));
        timeWidth = std::max(timeWidth, m_rows.at(i)->time->sizeHint().width());
    }
    for (TodayRow *row : std::as_const(m_rows)) // what follows the times stands in a line
        row->time->setMinimumWidth(timeWidth);
}

void TodayList::rebuild()
{
    // Who was about to press a button finds it again, or the one that took its place.
    qsizetype focused = -1;
    QByteArray focusedKey;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const QWidget *focus = QApplication::focusWidget();
        if (focus && m_rows.at(i)->isAncestorOf(focus)) {
            focused = i;
            focusedKey = m_rows.at(i)->property("key").toByteArray();
        }
    }
    for (TodayRow *row : std::as_const(m_rows)) {
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    for (const TodayEntry &entry : std::as_const(m_entries)) {
        auto *row = new TodayRow(this);
        row->setProperty("key", entry.key);
        connect(row->action, &Button::clicked, this,
                [this, key = entry.key] { Q_EMIT actionRequested(key); });
        connect(row->second, &Button::clicked, this,
                [this, key = entry.key] { Q_EMIT secondRequested(key); });
        m_column->addWidget(row);
        row->setVisible(true); // at once, so that it can take the focus
        m_rows.append(row);
        if (entry.key == focusedKey)
            focused = m_rows.size() - 1;
    }
    if (focused >= 0 && !m_rows.isEmpty())
        m_rows.at(std::min(focused, m_rows.size() - 1))->action->setFocus(Qt::OtherFocusReason);
}

void TodayList::setPicture(const QByteArray &key, const QImage &image)
{
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_entries.at(i).key == key)
            m_rows.at(i)->picture->setImage(image);
    }
}

QWidget *TodayList::focusTarget() const
{
    return m_rows.isEmpty() ? nullptr : m_rows.first()->action;
}

} // namespace anteroom
