// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/directory/persondetails.h"

#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/common/numbertext.h"
#include "ui/common/relativetime.h"
#include "ui/directory/persontext.h"

#include <QBoxLayout>

namespace anteroom {

namespace {

QString historyText(const FileRequest &request, qsizetype files)
{
    switch (request.state) {
    case FileRequest::State::Answered:
        return PersonDetails::tr("answered with %n photo(s)", nullptr, int(files));
    case FileRequest::State::Done:
        return PersonDetails::tr("done");
    case FileRequest::State::Cancelled:
        return PersonDetails::tr("cancelled");
    case FileRequest::State::Open:
        return request.openedAt ? PersonDetails::tr("opened") : PersonDetails::tr("waiting");
    }
    return {};
}

} // namespace

PersonDetails::PersonDetails(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(this))
    , m_hint(new Label(TextRole::Body, tr("Choose a person.")))
    , m_content(new QWidget)
    , m_photos(new Button(tr("Request photos"), Button::Kind::Primary))
    , m_call(new Button(tr("Call")))
    , m_schedule(new Button(tr("Schedule")))
    , m_deviceRequests(new Button(tr("Device requests")))
    , m_name(new Label(TextRole::Section))
    , m_detail(new Label(TextRole::Caption))
    , m_facts(new Label(TextRole::Body))
    , m_history(new QVBoxLayout)
    , m_erase(new Button(tr("Erase…"), Button::Kind::Quiet))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    m_hint->setDim(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_card->body()->addWidget(m_hint, 1);
    m_card->body()->addWidget(m_content, 1);

    auto *edit = new Button(tr("Edit"), Button::Kind::Quiet);
    m_photos->setKeyHint(QKeySequence(Qt::Key_R));
    m_call->setKeyHint(QKeySequence(Qt::Key_C));
    m_schedule->setKeyHint(QKeySequence(Qt::Key_T));
    m_schedule->setToolTip(tr("Schedule a teleconsultation"));
    m_schedule->setAccessibleName(tr("Schedule a teleconsultation"));
    m_deviceRequests->setKeyHint(QKeySequence(Qt::Key_D));
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_name);
    names->addWidget(m_detail);
    auto *header = new QHBoxLayout;
    header->addLayout(names, 1);
    header->addWidget(edit, 0, Qt::AlignTop);
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_history->setSpacing(space::xs);
    auto *actions = new QHBoxLayout;
    actions->addWidget(m_photos);
    actions->addWidget(m_call);
    actions->addStretch();
    m_erase->setAccessibleName(tr("Erase this person"));
    m_erase->hide();
    actions->addWidget(m_erase);

    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(space::l, space::m, space::l, space::l);
    column->setSpacing(space::m);
    column->addLayout(header);
    column->addWidget(new Separator);
    column->addWidget(m_facts);
    column->addWidget(new Separator);
    column->addWidget(new Label(TextRole::Strong, tr("File requests")));
    column->addLayout(m_history);
    column->addStretch();
    auto *more = new QHBoxLayout;
    more->addWidget(m_schedule);
    more->addWidget(m_deviceRequests);
    more->addStretch();
    column->addLayout(more);
    column->addLayout(actions);

    connect(edit, &Button::clicked, this, [this] { Q_EMIT editRequested(*m_user); });
    connect(m_erase, &Button::clicked, this, [this] { Q_EMIT eraseRequested(*m_user); });
    connect(m_photos, &Button::clicked, this, &PersonDetails::photosRequested);
    connect(m_call, &Button::clicked, this, &PersonDetails::callRequested);
    connect(m_schedule, &Button::clicked, this, &PersonDetails::scheduleRequested);
    connect(m_deviceRequests, &Button::clicked, this, &PersonDetails::deviceRequestsRequested);
    show(std::nullopt);
}

void PersonDetails::show(const std::optional<User> &user, const QVector<FileRequestView> &requests)
{
    m_user = user;
    m_hint->setVisible(!user);
    m_content->setVisible(user.has_value());
    if (!user)
        return;
    m_name->setText(personName(*user));
    m_detail->setText(personDetail(*user));
    m_deviceRequests->setVisible(!user->personId.isEmpty());
    showFacts();
    showHistory(requests);
}

void PersonDetails::setChosen(int people)
{
    m_photos->setText(people > 1 ? tr("Request photos from %n people", nullptr, people)
                                 : tr("Request photos"));
    m_call->setEnabled(people <= 1); // one at a time, as erasing
    m_schedule->setEnabled(people <= 1);
    m_erase->setEnabled(people <= 1);
}

void PersonDetails::setMayErase(bool may)
{
    m_erase->setVisible(may);
}

void PersonDetails::showFacts()
{
    QStringList lines{tr("Reached by: %1").arg(reachText(*m_user))};
    if (!m_user->mobile.isEmpty())
        lines += m_user->mobileVerified ? tr("Number checked: %1").arg(numberText(m_user->mobile))
                                        : tr("Number not checked: %1").arg(numberText(m_user->mobile));
    if (!m_user->email.isEmpty())
        lines += tr("E-mail: %1").arg(m_user->email);
    if (!m_user->externalId.isEmpty())
        lines += tr("Id in the records system: %1").arg(m_user->externalId);
    m_facts->setText(lines.join(u'\n'));
}

void PersonDetails::showHistory(const QVector<FileRequestView> &requests)
{
    while (QLayoutItem *item = m_history->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (requests.isEmpty()) {
        auto *none = new Label(TextRole::Body, tr("Nothing was asked of them yet."));
        none->setDim(true);
        m_history->addWidget(none);
        return;
    }
    for (const FileRequestView &view : requests) {
        auto *entry = new Button(QStringLiteral("%1 · %2").arg(fullTime(view.request.createdAt),
                                                               historyText(view.request, view.files.size())),
                                 Button::Kind::Quiet);
        connect(entry, &Button::clicked, this, [this, id = view.request.id] { Q_EMIT openRequest(id); });
        m_history->addWidget(entry, 0, Qt::AlignLeft);
    }
}

} // namespace anteroom
