// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "ui/shell/personsearch.h"

#include <QLineEdit>
#include <QTimer>

class QListWidget;

namespace anteroom {

/// A field in which a person of the directory is found by name, number, date of birth or external id, and
/// chosen: Down and Up move, Enter or Tab takes.
class PersonPicker final : public QLineEdit
{
    Q_OBJECT

public:
    /// `search` outlives the picker.
    explicit PersonPicker(PersonSearch &search, QWidget *parent = nullptr);
    ~PersonPicker() override;

    /// Shows somebody as chosen.
    void setChosen(const UserId &id, const QString &words);
    const UserId &chosen() const { return m_chosen; }

Q_SIGNALS:
    void personChosen(const anteroom::UserId &id);
    /// The text was changed: nobody is chosen any more.
    void cleared();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void ask();
    void present(const Result<QVector<PersonHit>> &answer);
    void takeCurrent();

    PersonSearch &m_search;
    QListWidget *m_list;
    QVector<PersonHit> m_hits;
    QTimer m_pause;
    quint64 m_question = 0;
    UserId m_chosen;
};

} // namespace anteroom
