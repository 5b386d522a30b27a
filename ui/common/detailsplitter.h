// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace anteroom {

/// A list and its details: side by side, or one above the other where the text is large for the width.
class DetailSplitter final : public QSplitter
{
    Q_OBJECT

public:
    explicit DetailSplitter(QWidget *parent = nullptr);

    /// The width in pixels that both need beside each other, where it is more than text alone says.
    void setNeeded(int width);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void turn();

    int m_needed = 0;
};

} // namespace anteroom
