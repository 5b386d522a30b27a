// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tokens.h"

#include <QLabel>
#include <QPointer>

namespace anteroom {

/// A label whose size and colour come from what its text is. Plain text only: nothing that a patient or
/// another system wrote is ever read as markup. Titles can't be selected, the rest can't either unless asked
/// for.
class Label : public QLabel
{
    Q_OBJECT

public:
    explicit Label(TextRole role, const QString &text = {}, QWidget *parent = nullptr);

    TextRole role() const { return m_role; }
    /// Text of second rank: captions are so from the start.
    void setDim(bool dim);
    /// The colour of a state, on the usual ground; Neutral takes it back.
    void setTone(Tone tone);
    /// Cuts what does not fit with "…" and shows the whole in a tool tip; for one line.
    void setElided(bool elided);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void applyLook();

    QPointer<QWidget> m_parent; ///< whose font it follows
    TextRole m_role;
    bool m_dim;
    bool m_elided = false;
    Tone m_tone = Tone::Neutral;
    bool m_busy = false;
};

} // namespace anteroom
