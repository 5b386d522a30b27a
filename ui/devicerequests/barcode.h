// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QWidget>

namespace anteroom {

/// A number as a Code 128 bar code with the number under it, black on white in every scheme, since scanners
/// ask for that. Modules are whole pixels. A text that no such code can hold is shown as text alone.
class Barcode final : public QWidget
{
    Q_OBJECT

public:
    explicit Barcode(QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    bool hasBars() const { return !m_widths.isEmpty(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int modules() const;
    int barHeight() const;

    QString m_text;
    QByteArray m_widths;
};

} // namespace anteroom
