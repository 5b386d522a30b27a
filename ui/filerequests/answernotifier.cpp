// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/answernotifier.h"

#include "app/base/whendone.h"
#include "app/clinic.h"
#include "ui/common/changewatch.h"
#include "ui/filerequests/filerequestmodel.h"

namespace anteroom {

namespace {

constexpr int most = 100;

} // namespace

AnswerNotifier::AnswerNotifier(Clinic &clinic, std::function<Actor()> actor, QObject *parent)
    : QObject(parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_since(clinic.clock().now())
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &AnswerNotifier::look);
    auto *watch = new ChangeWatch(clinic.store().changes(), {Topic::FileRequests, Topic::Files},
                                  static_cast<QObject *>(this));
    connect(watch, &ChangeWatch::changed, this, &AnswerNotifier::look);
}

void AnswerNotifier::look()
{
    whenDone(m_clinic.store().read(
                 [actor = m_actor(), since = m_since](Transaction &tx) -> Result<QVector<NewAnswer>> {
                     return WorkList::answeredSince(tx, actor, since, most);
                 }),
             this, [this](const Result<QVector<NewAnswer>> &answers) {
                 if (!answers)
                     return;
                 const UtcTime whole = m_clinic.clock().now() - m_quiet;
                 QVector<NewAnswer> ready;
                 for (const NewAnswer &answer : *answers) {
                     if (answer.at <= m_since)
                         continue; // told meanwhile
                     if (answer.at > whole) {
                         m_pause.start(m_quiet); // more of its photos may be on their way
                         break;
                     }
                     ready.append(answer);
                 }
                 tell(ready);
             });
}

void AnswerNotifier::tell(const QVector<NewAnswer> &answers)
{
    if (answers.isEmpty())
        return;
    m_since = answers.last().at;
    if (answers.size() > named) {
        Q_EMIT manyAnswered(int(answers.size()));
        return;
    }
    for (const NewAnswer &answer : answers)
        Q_EMIT answered(nameText({.displayName = answer.patient}), answer.photos, answer.request.text());
}

} // namespace anteroom
