// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "ui/shell/personsearch.h"

#include <QLineEdit>

namespace anteroom {

/// A field in which a person of the directory is found by name, number, date of birth or external id, and
/// chosen: Down and Up move, Enter or Tab takes.
class PersonPicker final : public QLineEdit
{
    Q_OBJECT

public:
    /// `search` outlives the picker.
    explicit PersonPicker(PersonSearch &search, QWidget *parent = nullptr);

    /// Shows somebody as chosen, who was found in another way.
    void setChosen(const QString &words);

Q_SIGNALS:
    void personChosen(const anteroom::UserId &id);
    /// The text was changed: nobody is chosen any more.
    void cleared();

private:
    bool m_isChosen = false;
};

} // namespace anteroom
