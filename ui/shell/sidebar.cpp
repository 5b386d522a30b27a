// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar.h"

#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/common/styleparts.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

namespace anteroom {
namespace {

constexpr int itemPadding = 10;
constexpr int iconGap = 10;

class Sign final : public QWidget
{
public:
    using QWidget::QWidget;

    QSize sizeHint() const override
    {
        const int side = fontMetrics().height() + 6;
        return {side, side};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        applicationIcon().paint(&painter, rect());
    }
};

} // namespace

class Sidebar::PersonButton : public QPushButton
{
public:
    using QPushButton::QPushButton;

    QString name;
    QString role;
    bool compact = false;

    QSize sizeHint() const override
    {
        const QFontMetrics caption(fontFor(TextRole::Caption, font()));
        return {0, 2 * caption.height() + 2 * space::s + 2};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto &tokens = Tokens::of(palette());
        QPainter painter(this);
        const bool lit = underMouse() || isDown();
        style::roundedRect(&painter, rect(), controlRadius, lit ? tokens.hover : QColor(),
                           hasFocus() ? tokens.accent : QColor(), 2);
        const auto font = fontFor(TextRole::Caption, this->font());
        const QFontMetrics metrics(font);
        painter.setFont(font);
        if (compact) {
            const int side = fontMetrics().height() + 3;
            QRect sign(0, 0, side, side);
            sign.moveCenter(rect().center());
            anteroom::icon(Icon::User, IconRole::Dim).paint(&painter, sign);
            return;
        }
        const int mark = menu() ? metrics.height() : 0;
        const auto area = rect().adjusted(itemPadding, space::s, -itemPadding - mark, -space::s);
        const auto draw = [&](const QString &text, Qt::Alignment side, const QColor &color) {
            painter.setPen(color);
            painter.drawText(area, int(side | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
                             metrics.elidedText(text, Qt::ElideRight, area.width()));
        };
        draw(name, Qt::AlignTop, tokens.ink);
        draw(role, Qt::AlignBottom, tokens.dim);
        if (mark)
            style::chevron(&painter,
                           QStyle::visualRect(layoutDirection(), rect(),
                                              QRect(rect().right() - itemPadding - mark, 0, mark, height())),
                           style::Direction::Up, tokens.dim);
    }
};

SidebarItem::SidebarItem(Icon icon, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SidebarItem::setCount(int count, Tone tone)
{
    m_count = count;
    m_tone = tone;
    //: The accessible name of a line of the side bar: page, then how many things there need someone.
    setAccessibleName(count > 0 ? tr("%1, %n waiting", nullptr, count).arg(text()) : text());
    updateGeometry();
    update();
}

void SidebarItem::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
    update();
}

QSize SidebarItem::sizeHint() const
{
    const QFontMetrics metrics(fontFor(TextRole::Strong, font()));
    const int icon = metrics.height() + 3;
    const int number = 2 * metrics.height();
    if (m_compact)
        return {icon + 2 * itemPadding + 12, controlHeight(metrics)};
    return {2 * itemPadding + icon + iconGap + metrics.horizontalAdvance(text()) + iconGap + number,
            controlHeight(metrics)};
}

void SidebarItem::paintEvent(QPaintEvent *)
{
    const auto &tokens = Tokens::of(palette());
    QPainter painter(this);
    QColor ground;
    if (isChecked())
        ground = tokens.accentSoft;
    else if (underMouse())
        ground = tokens.hover;
    style::roundedRect(&painter, rect(), controlRadius, ground, {});
    if (isChecked()) {
        const QRect bar(0, 6, 3, height() - 12);
        style::roundedRect(&painter, QStyle::visualRect(layoutDirection(), rect(), bar), 1.5, tokens.accent,
                           {});
    }
    if (hasFocus())
        style::roundedRect(&painter, rect(), controlRadius, {}, tokens.accent, 2);

    const auto font = fontFor(isChecked() ? TextRole::Strong : TextRole::Body, this->font());
    const QFontMetrics metrics(font);
    const auto visual = [&](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    const int side = metrics.height() + 3;
    anteroom::icon(m_icon, isChecked() ? IconRole::Accent : IconRole::Dim)
        .paint(&painter, visual(QRect(itemPadding + 2, (height() - side) / 2, side, side)));

    if (m_compact) {
        if (m_count > 0) {
            // No room for the number: a dot, and the number in the tool tip and the accessible name.
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(tokens.panel, 2));
            painter.setBrush(m_tone == Tone::Bad ? tokens.tone(Tone::Bad).text : tokens.accent);
            const int dot = side / 2;
            painter.drawEllipse(
                visual(QRect(itemPadding + 2 + side - dot / 2, height() / 2 - side / 2 - 2, dot, dot)));
        }
        return;
    }
    int right = width() - itemPadding;
    if (m_count > 0) {
        const auto number = m_count > 99 ? tr("99+") : locale().toString(m_count);
        const auto small = fontFor(TextRole::CaptionStrong, this->font());
        const QFontMetrics smallMetrics(small);
        const int high = smallMetrics.height() + 6;
        const int wide = qMax(high, smallMetrics.horizontalAdvance(number) + 12);
        const auto pill = visual(QRect(right - wide, (height() - high) / 2, wide, high));
        const bool bad = m_tone == Tone::Bad;
        style::roundedRect(&painter, pill, high / 2.0, bad ? tokens.tone(Tone::Bad).text : tokens.accent, {});
        painter.setFont(small);
        painter.setPen(bad ? tokens.panel : tokens.onAccent);
        painter.drawText(pill, Qt::AlignCenter, number);
        right -= wide + space::s;
    }
    const int left = itemPadding + 2 + side + iconGap;
    const QRect words(left, 0, right - left, height());
    painter.setFont(font);
    painter.setPen(tokens.ink);
    painter.drawText(visual(words),
                     int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
                     metrics.elidedText(text(), Qt::ElideRight, words.width()));
}

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout)
    , m_person(new PersonButton(this))
{
    setAccessibleName(tr("Pages"));
    auto *sign = new QHBoxLayout;
    sign->setContentsMargins(itemPadding, 0, itemPadding, 0);
    sign->setSpacing(space::s);
    sign->addWidget(new Sign(this));
    m_name = new Label(TextRole::Section, tr("Anteroom"), this);
    sign->addWidget(m_name, 1);
    m_column->setSpacing(2);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(space::s, space::m, space::s + 1, space::m);
    all->setSpacing(space::m);
    all->addLayout(sign);
    all->addLayout(m_column);
    all->addStretch(1);
    all->addWidget(m_person);
    m_person->hide();
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

int Sidebar::addItem(Icon icon, const QString &text, bool separated)
{
    if (separated) {
        m_column->addSpacing(space::xs);
        auto *line = new Separator(Qt::Horizontal, this);
        m_separators.insert(count(), line);
        m_column->addWidget(line);
        m_column->addSpacing(space::xs);
    }
    auto *item = new SidebarItem(icon, text, this);
    const int place = count();
    const auto keys = place < 9 ? QKeySequence(int(Qt::ALT) | int(Qt::Key_1 + place)) : QKeySequence();
    item->setToolTip(keys.isEmpty()
                         ? text
                         //: The tool tip of a line of the side bar: page and the keys that lead there.
                         : tr("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText)));
    item->setCompact(m_compact);
    m_items.append(item);
    m_column->addWidget(item);
    item->installEventFilter(this);
    connect(item, &QAbstractButton::clicked, this, [this, place] {
        m_items.at(place)->setChecked(place == m_current);
        Q_EMIT chosen(place);
    });
    updateGeometry();
    return place;
}

void Sidebar::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    m_name->setVisible(!compact);
    m_person->compact = compact;
    m_person->setToolTip(compact ? m_person->accessibleName() : QString());
    for (auto *item : std::as_const(m_items))
        item->setCompact(compact);
    updateGeometry();
    update();
}

void Sidebar::setItemShown(int place, bool shown)
{
    m_items.at(place)->setVisible(shown);
    if (QWidget *line = m_separators.value(place))
        line->setVisible(shown);
}

void Sidebar::setCurrent(int place)
{
    m_current = place;
    for (int i = 0; i < count(); ++i) {
        m_items.at(i)->setChecked(i == place);
        m_items.at(i)->setFocusPolicy(i == place ? Qt::TabFocus : Qt::NoFocus);
    }
}

void Sidebar::setPerson(const QString &name, const QString &role)
{
    m_person->name = name;
    m_person->role = role;
    //: The accessible name of the signed-in person's button: name, then role.
    m_person->setAccessibleName(tr("%1, %2").arg(name, role));
    m_person->setVisible(!name.isEmpty());
    m_person->update();
}

void Sidebar::setPersonMenu(QMenu *menu)
{
    m_person->setMenu(menu);
}

QSize Sidebar::sizeHint() const
{
    auto size = QWidget::sizeHint();
    if (!m_compact)
        size.setWidth(qMax(size.width(), fontMetrics().averageCharWidth() * 24));
    return size;
}

void Sidebar::paintEvent(QPaintEvent *)
{
    const auto &tokens = Tokens::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tokens.panel);
    const int x = layoutDirection() == Qt::LeftToRight ? width() - 1 : 0;
    painter.fillRect(x, 0, 1, height(), tokens.line);
}

bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    const int place = int(m_items.indexOf(static_cast<SidebarItem *>(watched)));
    if (place < 0 || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        moveFocus(place, 1);
        return true;
    case Qt::Key_Up:
        moveFocus(place, -1);
        return true;
    case Qt::Key_Home:
        moveFocus(-1, 1);
        return true;
    case Qt::Key_End:
        moveFocus(count(), -1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_items.at(place)->click();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void Sidebar::moveFocus(int from, int step)
{
    for (int i = from + step; i >= 0 && i < count(); i += step) {
        if (m_items.at(i)->isVisibleTo(this)) {
            m_items.at(i)->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

} // namespace anteroom
