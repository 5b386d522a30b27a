// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/card.h"
#include "ui/common/tokens.h"

#include <QImage>

namespace anteroom {

class Label;
class TodayRow;

/// One line of a list on Today: what happened, and what to do about it.
struct TodayEntry
{
    QByteArray key; ///< names it for good
    QString time;   ///< before the rest, where it goes by the clock; empty: none
    QString title;
    QString detail;
    QString state; ///< a word on its ground; empty: none
    Tone tone = Tone::Neutral;
    QString action; ///< the main button
    QString second; ///< a quiet button beside it; empty: none
    bool hasPicture = false;
};

/// A short list in a card, each row with its main action as a button. Made for a handful of rows: the whole
/// list is a page away. The focus stays with its row when the entries change.
class TodayList final : public Card
{
    Q_OBJECT

public:
    explicit TodayList(const QString &title, QWidget *parent = nullptr);

    void setEntries(const QVector<TodayEntry> &entries);
    void setPicture(const QByteArray &key, const QImage &image);
    /// Said where there is no entry.
    void setEmptyText(const QString &text);
    int count() const { return int(m_entries.size()); }
    const QVector<TodayEntry> &entries() const { return m_entries; }
    /// The first row's main button; nullptr where there is none.
    QWidget *focusTarget() const;

Q_SIGNALS:
    void actionRequested(const QByteArray &key);
    void secondRequested(const QByteArray &key);

private:
    void rebuild();

    QVector<TodayEntry> m_entries;
    QVector<TodayRow *> m_rows;
    QVBoxLayout *m_column;
    Label *m_empty;
};

} // namespace anteroom
