// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/teleconsultations/agendacanvas.h"

class QScrollArea;

namespace anteroom {

class Label;

/// An agenda with the names of its days above, scrolled where it is high. GUI thread.
class AgendaView final : public QWidget
{
    Q_OBJECT

public:
    explicit AgendaView(QWidget *parent = nullptr);

    AgendaCanvas *canvas() const { return m_canvas; }
    /// What stands across the hours, such as that nothing is planned; empty: nothing.
    void setNotice(const QString &text);
    QString notice() const;
    /// `today` is marked among the days.
    void setToday(QDate today);
    /// Brings that hour of the clock to the top, unless all is in sight.
    void scrollTo(int hour);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Header;

    void bring(const QRect &rect);
    void relay();
    /// The sizes that wait for the next turn of the event loop come at once.
    void layNow();

    Header *m_header;
    QScrollArea *m_area;
    AgendaCanvas *m_canvas;
    Label *m_notice;
    int m_firstHour = -1; ///< of the canvas, as it was laid out last
    int m_lastHour = -1;
};

} // namespace anteroom
