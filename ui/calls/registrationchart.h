// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/calls/callservice.h"

#include <QWidget>

namespace anteroom {

/// How long phones took to wake, as bars of equal width in time; the slowest twentieth is paler. A screen
/// reader gets the figures.
class RegistrationChart final : public QWidget
{
    Q_OBJECT

public:
    explicit RegistrationChart(QWidget *parent = nullptr);

    /// `patience`: until when a phone may register, which is the chart's end.
    void setTimes(const QVector<RegistrationTime> &times, std::chrono::milliseconds patience);
    /// "128 calls · median 2.3 s · 95 % within 6.8 s"; empty where there are none.
    QString summary() const { return m_summary; }
    const QVector<int> &bars() const { return m_bars; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVector<int> m_bars;
    double m_width = 0.6; ///< of a bar, in seconds
    double m_slow = 0;    ///< 95 % took less, in seconds
    QString m_summary;
};

} // namespace anteroom
