// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/filerequestheader.h"

#include "ui/common/button.h"
#include "ui/common/label.h"
#include "ui/common/numbertext.h"
#include "ui/common/relativetime.h"

#include <QBoxLayout>
#include <QMenu>

namespace anteroom {

FileRequestHeader::FileRequestHeader(std::function<Actor()> me, QWidget *parent)
    : QWidget(parent)
    , m_me(std::move(me))
    , m_name(new Label(TextRole::Section))
    , m_about(new Label(TextRole::Caption))
    , m_prompt(new Label(TextRole::Body))
    , m_assign(new Button(QString(), Button::Kind::Quiet))
    , m_menu(new QMenu(this))
{
    m_about->setWordWrap(true);
    m_prompt->setWordWrap(true);
    m_assign->setMenu(m_menu);
    auto *open = new Button(tr("Open person"), Button::Kind::Quiet);
    connect(open, &Button::clicked, this, [this] { Q_EMIT openPerson(m_patient); });
    connect(m_menu, &QMenu::aboutToShow, this, &FileRequestHeader::fillMenu);

    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_name);
    names->addWidget(m_about);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(0);
    buttons->addWidget(open, 0, Qt::AlignRight);
    buttons->addWidget(m_assign, 0, Qt::AlignRight);
    auto *line = new QHBoxLayout;
    line->addLayout(names, 1);
    line->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(line);
    column->addWidget(m_prompt);
}

void FileRequestHeader::show(const FileRequestRow &row)
{
    const FileRequest &request = row.view.request;
    m_patient = row.view.patient.id;
    m_assignee = request.assignee;
    m_name->setText(nameText(row.view.patient));
    QStringList about{tr("born %1").arg(dateText(request.patientDateOfBirth))};
    const QString to = request.recipientMobile.isEmpty() ? request.recipientEmail : request.recipientMobile;
    if (!to.isEmpty())
        about += request.recipientIsProxy ? tr("carer: %1").arg(numberText(to)) : numberText(to);
    m_about->setText(about.join(QStringLiteral(" · ")));
    m_prompt->setText(request.prompt);
    m_prompt->setVisible(!request.prompt.isEmpty());
    if (m_assignee.isNull())
        m_assign->setText(tr("Unassigned"));
    else
        m_assign->setText(m_assignee.text() == m_me().id ? tr("Yours") : row.assignee);
    m_assign->setAccessibleName(tr("Assigned to: %1").arg(m_assign->text()));
    m_assign->setVisible(request.state != FileRequest::State::Cancelled);
}

void FileRequestHeader::openColleagues()
{
    if (m_assign->isVisible())
        m_assign->showMenu();
}

void FileRequestHeader::fillMenu()
{
    m_menu->clear();
    const Actor me = m_me();
    const auto offer = [this](const QString &text, const QString &login) {
        return m_menu->addAction(text, this, [this, login] { Q_EMIT assignRequested(login); });
    };
    if (m_assignee.text() != me.id) {
        auto *mine = offer(tr("Take over"), me.name);
        mine->setShortcut(QKeySequence(Qt::Key_A));
        mine->setShortcutContext(Qt::WidgetShortcut); // the list's own key works; this shows it
    }
    for (const Staff &each : std::as_const(m_colleagues)) {
        if (each.id.text() != me.id && each.id != m_assignee && !each.disabledAt)
            offer(each.name, each.login);
    }
    if (!m_assignee.isNull()) {
        m_menu->addSeparator();
        offer(tr("Nobody"), {});
    }
}

} // namespace anteroom
