// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/icons.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QStackedWidget;

namespace anteroom {

class Card;
class EmptyState;
class InlineBar;
class Label;
class ListView;
class PagedModelBase;

/// A list in a card with everything that can be said instead of rows: on its way, nothing there, could not be
/// had (with Try again). When only the next page failed the rows stay and a bar under them says so.
class ListPane final : public QWidget
{
    Q_OBJECT

public:
    /// `model` outlives the pane.
    explicit ListPane(PagedModelBase *model, QWidget *parent = nullptr);

    ListView *view() const { return m_view; }
    Card *card() const { return m_card; }
    /// What an empty list says, and the one action that starts work (nullptr: none). Set it anew with a
    /// filter.
    void setEmpty(Icon icon, const QString &title, const QString &text, QAction *action = nullptr);

    /// Which of its faces the pane shows; for tests.
    enum class Face { Rows, Empty, Loading, Failed };
    Face face() const;

    /// Puts the focus on the rows, or on the one button that stands there instead; it goes along when they
    /// change.
    void focusContent();

private:
    void follow();
    void showFace(QWidget *face);

    PagedModelBase *m_model;
    Card *m_card;
    QStackedWidget *m_stack;
    ListView *m_view;
    EmptyState *m_empty;
    EmptyState *m_loading;
    EmptyState *m_failed;
    InlineBar *m_moreFailed;
    bool m_wantsFocus = false;
    QTimer m_patience; ///< so that "Loading" does not flash up
};

} // namespace anteroom
