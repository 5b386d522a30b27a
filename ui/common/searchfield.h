// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace anteroom {

/// A field to search with: the glass before, the keys that lead to it behind while it is empty and elsewhere
/// has the focus, a cross to empty it after. Escape empties it, then leaves it.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const QString &placeholder, const QKeySequence &keys = {},
                         QWidget *parent = nullptr);

Q_SIGNALS:
    /// Escape in the empty field: the focus should go back to where it was.
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_hint;
};

} // namespace anteroom
