// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/directory/user.h"

#include <QDialog>

class QCheckBox;
class QProgressBar;

namespace anteroom {

class Button;
class Clinic;
class Label;
struct PersonHoldings;

/// Asks whether a person is to be erased, says what that takes away, and erases them once somebody has ticked
/// that they know it. It may be closed meanwhile: erasing goes on.
class EraseDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `clinic` outlives the dialog. `actor` is whoever is signed in: the model refuses all but
    /// administrators.
    EraseDialog(Clinic &clinic, const Actor &actor, const User &user, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Nothing of the person is left; the dialog has closed.
    void erased(const anteroom::UserId &id);

private:
    void look();
    void tell(const PersonHoldings &holdings);
    void erase();
    void refuse(const QString &words);

    Clinic &m_clinic;
    Actor m_actor;
    User m_user;
    int m_total = 0;
    Label *m_losses;
    Label *m_refusal;
    QCheckBox *m_known;
    QProgressBar *m_progress;
    Button *m_cancel;
    Button *m_erase;
};

} // namespace anteroom
