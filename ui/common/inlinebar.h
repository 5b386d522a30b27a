// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/utctime.h"
#include "ui/common/tokens.h"

#include <QKeySequence>
#include <QTimer>
#include <QWidget>

#include <chrono>

class QShortcut;
class QToolButton;
class QVBoxLayout;

namespace anteroom {

class Button;
class Clock;
class Label;

/// A message to the user in the page, never a box: the tone's ground, words, at most one action, and a cross.
class InlineBar final : public QWidget
{
    Q_OBJECT

public:
    InlineBar(Tone tone, const QString &text, QWidget *parent = nullptr);

    Tone tone() const { return m_tone; }
    void setTone(Tone tone);
    QString text() const;
    void setText(const QString &text);
    /// One action at the end; `keys` work in the whole window while the bar is shown.
    void setAction(const QString &text, const QKeySequence &keys = {});
    QString actionText() const;
    void setClosable(bool closable);
    /// Counts down behind the action's words ("Undo (8 s)") to `until`, then says expired() and closes.
    /// `clock` outlives the bar.
    void startCountdown(const Clock &clock, UtcTime until);
    /// Closes by itself; for what needs no answer.
    void closeAfter(std::chrono::milliseconds time);
    /// Hides the bar and says closed().
    void dismiss();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void actionTriggered();
    void expired();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    int leastHeight() const;
    void tick();

    Tone m_tone;
    QToolButton *m_sign;
    Label *m_text;
    Button *m_action;
    QToolButton *m_close;
    QShortcut *m_shortcut = nullptr;
    QString m_actionText;
    const Clock *m_clock = nullptr;
    UtcTime m_until;
    QTimer m_timer;
};

/// The bars above a page, the newest last. A fourth one takes the place of the oldest.
class InlineBarArea final : public QWidget
{
    Q_OBJECT

public:
    explicit InlineBarArea(QWidget *parent = nullptr);

    using QWidget::show;
    /// Shows a message; good news without an action goes by itself after eight seconds. The bar is the area's
    /// and is deleted once closed.
    InlineBar *show(Tone tone, const QString &text, const QString &action = {},
                    const QKeySequence &keys = {});
    int count() const;
    void clear();

private:
    QVBoxLayout *m_column;
    QVector<InlineBar *> m_bars;
};

} // namespace anteroom
