// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/icons.h"
#include "ui/common/tokens.h"

#include <QAbstractButton>

class QMenu;
class QVBoxLayout;

namespace anteroom {

class Label;

/// One line of the side bar: icon, words, and how many things there need someone.
class SidebarItem final : public QAbstractButton
{
    Q_OBJECT

public:
    SidebarItem(Icon icon, const QString &text, QWidget *parent = nullptr);

    /// 0 shows no number. The number is part of the accessible name.
    void setCount(int count, Tone tone);
    int count() const { return m_count; }
    /// The icon alone; the words go to the tool tip.
    void setCompact(bool compact);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    int m_count = 0;
    Tone m_tone = Tone::Info;
    bool m_compact = false;
};

/// The list of pages on the left, with the product's sign above and the signed-in person below. One stop for
/// Tab; inside it the arrow keys, Home and End move and Enter or Space go there.
class Sidebar final : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    /// Adds a line at the end and returns its place (0, 1, …); `separated` puts a line above it.
    int addItem(Icon icon, const QString &text, bool separated = false);
    SidebarItem *item(int place) const { return m_items.at(place); }
    int count() const { return int(m_items.size()); }
    void setItemShown(int place, bool shown); ///< with the line above it

    int current() const { return m_current; }
    /// Marks the line; says nothing.
    void setCurrent(int place);

    /// The signed-in person, and the menu that their name opens.
    void setPerson(const QString &name, const QString &role);
    void setPersonMenu(QMenu *menu);

    /// Icons alone, where the window is narrow for the size of its text.
    void setCompact(bool compact);

    QSize sizeHint() const override;

Q_SIGNALS:
    /// The user chose a line, by mouse or keyboard.
    void chosen(int place);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class PersonButton;
    void moveFocus(int from, int step);

    QVector<SidebarItem *> m_items;
    QHash<int, QWidget *> m_separators; ///< the line above an item, by its place
    QVBoxLayout *m_column;
    PersonButton *m_person;
    Label *m_name;
    int m_current = -1;
    bool m_compact = false;
};

} // namespace anteroom
