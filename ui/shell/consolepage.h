// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tokens.h"

#include <QWidget>

#include <optional>

class QAction;
class QHBoxLayout;
class QVBoxLayout;

namespace anteroom {

class InlineBarArea;
class Label;
class ViewState;

/// One page of the console: a title line, with tools at its end, over the content. The window shows the title
/// in its own, and the primary action beside the search box with its shortcut. GUI thread.
class ConsolePage : public QWidget
{
    Q_OBJECT

public:
    /// `id` names the page for good, in settings too ("file-requests").
    ConsolePage(QByteArray id, const QString &title, QWidget *parent = nullptr);

    const QByteArray &id() const { return m_id; }
    QString title() const { return m_title; }
    void setTitle(const QString &title);
    /// What the title line says instead of the title; empty: the title.
    void setHeading(const QString &heading);
    /// A line under the title; empty takes it away.
    void setSubtitle(const QString &subtitle);
    /// Adds a widget at the end of the title line: filters, counts, at most a few buttons.
    void addHeaderWidget(QWidget *widget);
    /// Where the page's content goes, under the title line.
    QVBoxLayout *content() const { return m_content; }

    /// What most people want to do here; nullptr: the window's own. It works by its shortcut in the whole
    /// window while the page is shown, and only then. Owned by the page.
    QAction *primaryAction() const { return m_primary; }
    void setPrimaryAction(QAction *action);

    /// How many things here need someone, for the side bar; nothing or 0 shows no number. `tone` Bad for
    /// failures.
    std::optional<int> count() const { return m_count; }
    Tone countTone() const { return m_countTone; }
    void setCount(std::optional<int> count, Tone tone = Tone::Info);

    /// Called whenever the page comes into view (also after unlocking): load or refresh what is visible and
    /// put the focus where work starts.
    virtual void activate();
    /// The window gives the page the signed-in person's view state; take back column widths and the like.
    virtual void restoreView(ViewState &state);
    /// Shows the thing with this id, as chosen in the search box, the tray or another page.
    virtual void open(const QByteArray &id);

    /// The bars above the page, for messages and Undo. Set by the window.
    InlineBarArea *bars() const { return m_bars; }
    void setBars(InlineBarArea *bars) { m_bars = bars; }

Q_SIGNALS:
    void titleChanged();
    void primaryActionChanged();
    void countChanged();
    /// Asks the window to show another page ("people") and there the thing with this id (may be empty).
    void openRequested(const QByteArray &pageId, const QByteArray &thingId);

private:
    QByteArray m_id;
    QString m_title;
    QString m_heading;
    QAction *m_primary = nullptr;
    std::optional<int> m_count;
    Tone m_countTone = Tone::Info;
    Label *m_titleLabel;
    Label *m_subtitleLabel;
    QHBoxLayout *m_titleLine;
    QVBoxLayout *m_content;
    InlineBarArea *m_bars = nullptr;
};

} // namespace anteroom
