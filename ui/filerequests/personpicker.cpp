// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/personpicker.h"

namespace anteroom {

PersonPicker::PersonPicker(PersonSearch &search, QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(tr("Name, number or date of birth"));
    auto *popup = new SearchPopup(this, SearchPopup::Use::Pick);
    popup->setSearch(&search);
    connect(popup, &SearchPopup::chosen, this, [this](const QByteArray &id, const QString &name) {
        setChosen(name);
        Q_EMIT personChosen(UserId::fromTrusted(id));
    });
    connect(this, &QLineEdit::textEdited, this, [this] {
        if (std::exchange(m_isChosen, false))
            Q_EMIT cleared();
    });
}

void PersonPicker::setChosen(const QString &words)
{
    m_isChosen = true;
    setText(words);
    setCursorPosition(0);
}

} // namespace anteroom
