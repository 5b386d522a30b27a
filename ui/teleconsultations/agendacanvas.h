// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/teleconsultations/agendablock.h"
#include "ui/teleconsultations/agendamove.h"

#include <QPointer>

namespace anteroom {

/// The hours of an agenda, its blocks, and how one gets around in it: arrows, Enter, Ctrl or Alt with an
/// arrow to move an entry (Enter puts it there), the mouse for all of it, Escape to leave things as they
/// were. It changes nothing by itself. GUI thread.
class AgendaCanvas final : public QWidget
{
    Q_OBJECT

public:
    explicit AgendaCanvas(QWidget *parent = nullptr);

    /// Shows these; where the keyboard is and what is being moved stay if they still can.
    void setAgenda(const QVector<QDate> &dates, const QTimeZone &zone, const QVector<AgendaEntry> &entries);
    void setNow(UtcTime now);
    /// The entry whose details are shown; empty: none.
    void setChosen(const QByteArray &id);

    const AgendaLayout &places() const { return m_places; }
    const QVector<AgendaEntry> &entries() const { return m_entries; }
    QVector<AgendaBlock *> blocks() const { return m_blocks; }
    /// Where the keyboard is.
    const AgendaStop &current() const { return m_current; }
    /// Puts the keyboard there, or near it where there is no such place.
    void setCurrent(const AgendaStop &stop, bool withFocus);
    void focusCurrent(Qt::FocusReason reason = Qt::OtherFocusReason);

    /// What was asked to move is on its way, or not: takes the ghost away with the next setAgenda() or at
    /// once.
    void endMove(bool willShow);
    bool isMoving() const { return m_move.has_value(); }
    UtcTime moveTarget() const { return m_move ? m_move->target() : UtcTime(); }

    int gutter() const;
    /// The rectangle of a span of one day; lanes apart.
    QRect rectOf(int day, int top, int bottom, int lane = 0, int lanes = 1) const;
    /// The least height that lets half an hour hold two lines.
    int leastHeight() const;

Q_SIGNALS:
    void currentChanged();
    /// Somebody pressed on it.
    void chosen(const QByteArray &id);
    /// Enter or a double click: its details, to be read or used.
    void opened(const QByteArray &id);
    void newRequested(anteroom::UtcTime start);
    void moveRequested(const QByteArray &id, anteroom::UtcTime start);
    /// Where what is being moved would be, in words; empty: nothing is.
    void moveChanged(const QString &words);
    /// Somebody tried to move what is fixed.
    void moveRefused(const QByteArray &id);
    /// To the previous (-1) or the next (1) page; `bySide`: beyond its edge, to go on at the other one.
    void stepRequested(int direction, bool bySide);
    void escapePressed();
    /// This has to be in sight.
    void wanted(const QRect &rect);
    /// The days or hours have other places.
    void relaid();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    class NowLine;

    void placeBlocks();
    void placeSlot();
    void placeNow();
    void paintHours(QPainter &painter) const;
    void step(int days, int stops);
    void activate(const AgendaStop &stop);
    bool beginMove(const QByteArray &id);
    void followMove();
    void drop();
    void cancelMove();
    AgendaBlock *blockAt(const QPoint &pos) const;
    AgendaPlace *currentPlace() const;
    std::pair<int, int> dayAndMinuteAt(const QPoint &pos) const;
    int firstHour() const;
    int lastHour() const;
    const AgendaEntry *entryOf(const QByteArray &id) const;
    QString slotSpoken(const AgendaStop &stop) const;

    QVector<AgendaEntry> m_entries;
    AgendaLayout m_places;
    QVector<AgendaBlock *> m_blocks;
    QVector<AgendaBlock *> m_ghosts;
    AgendaSlot *m_slots[2]; ///< by turns: a screen reader reads what gets the focus
    int m_slot = 0;
    NowLine *m_nowLine;
    UtcTime m_now;
    AgendaStop m_current;
    QByteArray m_chosen;
    std::optional<AgendaMove> m_move;
    AgendaLayout m_moveHours;
    bool m_dropped = false; ///< asked for, and not answered yet
    std::optional<QPoint> m_pressed;
    QByteArray m_pressedId; ///< what was met last; empty: free time
    UtcTime m_pressedStart; ///< of that free time
};

} // namespace anteroom
