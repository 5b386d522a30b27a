// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/teleconsultations/agendalayout.h"

#include <QWidget>

namespace anteroom {

/// A place in the agenda that the keyboard can be at. The one where it is takes part in the order of Tab; the
/// mouse goes through to what lies under it.
class AgendaPlace : public QWidget
{
    Q_OBJECT

public:
    explicit AgendaPlace(QWidget *parent);

    /// Whether Tab comes here when it comes to the agenda.
    void setCurrent(bool current);

    /// Makes the accessible interfaces of places, and of what holds them, known to Qt; once is enough.
    static void installAccessible();
};

/// What of an entry stands in one day. Paints title and state in the tone's colours, in as many lines as fit.
class AgendaBlock final : public AgendaPlace
{
    Q_OBJECT

public:
    explicit AgendaBlock(QWidget *parent);

    void setEntry(const AgendaEntry &entry, const AgendaBlockPlace &place);
    const AgendaEntry &entry() const { return m_entry; }
    const AgendaBlockPlace &place() const { return m_place; }
    /// Where the hour now goes through it, in pixels from its top; below 0: it does not.
    void setNow(int y);
    /// Its details are shown.
    void setChosen(bool chosen);
    bool isChosen() const { return m_chosen; }
    /// It is about to be elsewhere.
    void setLeaving(bool leaving);
    /// It is where it is about to be.
    void setGhost(bool ghost);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintGround(QPainter &painter) const;
    void paintText(QPainter &painter) const;

    AgendaEntry m_entry;
    AgendaBlockPlace m_place;
    int m_nowY = -1;
    bool m_chosen = false;
    bool m_leaving = false;
    bool m_ghost = false;
};

/// The free half hour where the keyboard is; shows itself only while it has the focus.
class AgendaSlot final : public AgendaPlace
{
    Q_OBJECT

public:
    explicit AgendaSlot(QWidget *parent);

    /// `text` stands in it, `spoken` is its accessible name.
    void set(const QString &text, const QString &spoken);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace anteroom
